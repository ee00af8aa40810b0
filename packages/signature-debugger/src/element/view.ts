import type { Title } from '@yinjian/provider-kit';
import type { TemplateResult } from 'lit';
import type { Language } from './words.ts';

/** What a view needs besides what it shows. */
export interface View {
  readonly language: Language;
  /** In the language of the element. */
  readonly say: (title: Title) => string;
  /** The field that is pointed at, in the table or in the text; else the one that is pinned. */
  readonly activeField: string | undefined;
  /** The field that stays marked until it is pressed again. */
  readonly pinnedField: string | undefined;
  readonly point: (field: string | undefined) => void;
  readonly pin: (field: string | undefined) => void;
  /** A button that copies the text. */
  readonly copyButton: (text: string, what: string) => TemplateResult;
}
