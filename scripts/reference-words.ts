import type { FieldDescription, Title } from '@yinjian/provider-kit';
import { en } from './reference-words-en.ts';
import { zh } from './reference-words-zh.ts';

/** What the pages are written in. */
export type Language = keyof Title;

/** Everything in the generated pages and tables that does not come from a definition. */
export interface Words {
  readonly index: string;
  readonly generated: string;
  readonly otherLanguage: string;
  readonly operation: string;
  readonly method: string;
  readonly title: string;
  readonly id: string;
  readonly section: string;
  readonly state: string;
  readonly notification: string;
  readonly link: string;
  readonly linkMade: (name: string) => string;
  readonly linkRead: (name: string) => string;
  readonly parameters: string;
  readonly receivedBy: (methods: readonly string[]) => string;
  readonly open: string;
  readonly isOpen: string;
  readonly notOpen: string;
  readonly movesMoney: string;
  readonly certificate: string;
  readonly yes: string;
  readonly no: string;
  readonly request: string;
  readonly reply: string;
  readonly noReply: (methods: readonly string[]) => string;
  readonly fields: string;
  readonly field: string;
  readonly presenceHead: string;
  readonly type: string;
  readonly length: string;
  readonly meaning: string;
  readonly outcomes: string;
  readonly outcome: string;
  readonly ofQuery: string;
  readonly next: string;
  readonly codes: (names: string) => string;
  /** What a state says that is only believed with a documented reason. */
  readonly failedIfListed: string;
  readonly codesNote: string;
  readonly headerCodes: string;
  readonly headerCodesOf: (names: string) => string;
  readonly headerNote: string;
  readonly code: string;
  readonly action: string;
  readonly onlyWith: (words: string) => string;
  readonly other: string;
  readonly sensitive: string;
  readonly partner: string;
  readonly none: string;
  readonly presence: Readonly<Record<FieldDescription['presence'], string>>;
  readonly sets: string;
  readonly fills: (what: string) => string;
  readonly generatedBy: Readonly<Record<NonNullable<FieldDescription['generated']>, string>>;
  readonly types: Readonly<Record<FieldDescription['type'], string>>;
  readonly bounds: (minimum: number, maximum: number) => string;
  readonly advisory: (documented: number, maximum: number | undefined) => string;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly or: string;
  readonly seconds: (pauses: readonly number[]) => string;
  readonly ask: (operation: string, after: string) => string;
  readonly repeat: (operation: string, after: string) => string;
  readonly repeatSame: (after: string) => string;
  readonly proceed: (operation: string) => string;
  readonly take: (fields: string) => string;
  readonly placeAgain: (after: string) => string;
  readonly awaits: (step: string, placedBy: string | undefined) => string;
  readonly when: (field: string, values: string) => string;
  readonly atLeastOne: (fields: string) => string;
  readonly window: (from: string, to: string, months: number) => string;
  readonly legend: Legend;
}

/** What the columns of the pages say. */
export interface Legend {
  readonly title: string;
  /** By what is explained: each term with its meaning. */
  readonly parts: readonly (readonly [title: string, terms: readonly (readonly [string, string])[]])[];
}

export const words: Readonly<Record<Language, Words>> = { en, zh };
