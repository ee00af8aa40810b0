/** The name of something in both languages of the documents' readers. */
export interface Title {
  readonly en: string;
  readonly zh: string;
}
