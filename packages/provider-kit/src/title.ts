/** The name of something in both languages of the documents' readers. */
export interface Title {
  /** English. */
  readonly en: string;
  /** Chinese, in the words of the documents. */
  readonly zh: string;
}
