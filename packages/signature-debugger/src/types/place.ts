/** A piece of the message that was given, in UTF-16 units from its start. */
export interface Place {
  readonly start: number;
  readonly end: number;
}
