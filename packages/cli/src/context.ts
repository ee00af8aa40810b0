import type { Title } from '@yinjian/provider-kit';
import type { Language } from './language.ts';

/** What holds for a whole run of the program. */
export interface Context {
  readonly language: Language;
  /** Whether results and errors are printed as JSON. */
  readonly json: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** The text in the language of the run. */
  readonly say: (title: Title) => string;
}

export function createContext(language: Language, json: boolean, env: NodeJS.ProcessEnv): Context {
  return { language, json, env, say: (title) => title[language] };
}
