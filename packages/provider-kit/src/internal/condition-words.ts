import type { Title } from '../title.ts';

/** Of one of several fields of which at least one must be given. */
export function thisOr(others: readonly string[]): Title {
  return { en: `this or ${others.join(' or ')}`, zh: `与 ${others.join('、')} 至少填一项` };
}

/** The cases of a request, by what they do with a field. */
export interface CaseUse {
  readonly wanted: readonly string[];
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
  /** What the field itself says of when it is wanted. */
  readonly own: Title | undefined;
}

/** Of a field that not every case treats alike. */
export function whichCases(on: string, { wanted, allowed, refused, own }: CaseUse): Title {
  const where = (values: readonly string[]): Title => ({
    en: `where ${on} is ${values.join(' or ')}`,
    zh: `${on} 为 ${values.join(' 或 ')} 时`,
  });
  if (wanted.length === 0) return own === undefined ? mayBeGiven(where(allowed)) : of(where(allowed), own);
  if (allowed.length === 0) return where(wanted);
  const rest = refused.length === 0 ? OTHERWISE : mayBeGiven(where(allowed));
  return { en: `${where(wanted).en}; ${rest.en}`, zh: `${where(wanted).zh}必填；${rest.zh}` };
}

const OTHERWISE: Title = { en: 'otherwise optional', zh: '其他情况可选' };

function mayBeGiven({ en, zh }: Title): Title {
  return { en: `may be given ${en}`, zh: `${zh}可填` };
}

function of(where: Title, own: Title): Title {
  return { en: `${where.en}: ${own.en}`, zh: `${where.zh}：${own.zh}` };
}
