import type { Title } from '@yinjian/provider-kit';
import type { SourceText } from '../../internal/source-text.ts';
import type { Place } from '../../types/place.ts';
import type { Problem, ProblemCode } from '../../types/problem.ts';

/** Gathers what is wrong with one message, and says where in it. */
export class Problems {
  readonly #message: string;
  readonly #found: Problem[] = [];

  constructor(message: string) {
    this.#message = message;
  }

  get found(): readonly Problem[] {
    return this.#found;
  }

  /** The message cannot be read. */
  error(code: ProblemCode, words: Title, at?: Place): void {
    this.#add('error', code, words, at);
  }

  /** The message is read all the same. */
  warning(code: ProblemCode, words: Title, at?: Place): void {
    this.#add('warning', code, words, at);
  }

  #add(severity: Problem['severity'], code: ProblemCode, words: Title, at: Place | undefined): void {
    if (at === undefined) {
      this.#found.push({ severity, code, message: words });
      return;
    }
    // The first tells enough, and a long message could have thousands.
    if (this.#found.some((problem) => problem.code === code)) return;
    const before = this.#message.slice(0, at.start);
    const line = (before.match(/\n/g)?.length ?? 0) + 1;
    const column = at.start - before.lastIndexOf('\n');
    const message = {
      zh: `${words.zh}（第 ${line} 行第 ${column} 列）`,
      en: `${words.en} (line ${line}, column ${column})`,
    };
    this.#found.push({ severity, code, message, at });
  }
}

/** A text, where it stands, and where to report what is wrong with it. */
export interface Reader {
  readonly source: SourceText;
  readonly problems: Problems;
}
