import { hmacSha256Hex, md5Hex } from '@yinjian/crypto-webcrypto';
import { encodeUtf8 } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { MASKED_KEY } from '../internal/mask.ts';
import type { Verdict } from '../types/explanation.ts';
import type { Step } from '../types/step.ts';
import type { Explained } from './explained.ts';
import type { SpanWriter } from './span-writer.ts';
import { MATCH, MISMATCH, NEITHER, NO_KEY, NO_SIGNATURE } from './verdicts.ts';

/** What is digested, with what, and what it is compared with. */
export interface SharedKeySigning {
  readonly names: readonly string[];
  readonly canonical: SpanWriter;
  readonly canonicalTitle: Title;
  readonly algorithm: 'MD5' | 'HMAC-SHA256';
  /** Why this algorithm. */
  readonly digestTitle: Title;
  readonly appendTitle: Title;
  readonly key: string | undefined;
  /** Empty where there is none. */
  readonly signature: string;
}

/** The steps from the sorted names to the verdict, which both platforms take. */
export function sharedKeySteps(signing: SharedKeySigning): Explained {
  const { names, canonical, algorithm, key, signature } = signing;
  const { text, spans } = canonical;
  const expected = key === undefined ? undefined : digest(text, key, algorithm);
  const found = signature === '' ? undefined : signature;
  const matches = expected === undefined || found === undefined ? undefined : expected === found;
  const steps: Step[] = [
    { kind: 'order', title: ORDER, names },
    { kind: 'canonical', title: signing.canonicalTitle, text, spans },
    { kind: 'append', title: signing.appendTitle, text: `&key=${MASKED_KEY}` },
    {
      kind: 'digest',
      title: signing.digestTitle,
      algorithm,
      inputBytes: encodeUtf8(`${text}&key=`).length,
      ...(expected === undefined ? {} : { expected }),
    },
    {
      kind: 'compare',
      title: COMPARE,
      ...(expected === undefined ? {} : { expected }),
      ...(found === undefined ? {} : { found }),
      ...(matches === undefined ? {} : { matches }),
    },
  ];
  return { steps, verdict: verdictOf(expected, found, matches) };
}

function digest(text: string, key: string, algorithm: SharedKeySigning['algorithm']): string {
  const signed = `${text}&key=${key}`;
  return algorithm === 'MD5' ? md5Hex(signed) : hmacSha256Hex(signed, key);
}

function verdictOf(
  expected: string | undefined,
  found: string | undefined,
  matches: boolean | undefined,
): Verdict {
  if (matches !== undefined) return matches ? MATCH : MISMATCH;
  if (expected !== undefined) return NO_SIGNATURE;
  return found === undefined ? NEITHER : NO_KEY;
}

const ORDER: Title = {
  zh: '按字段名的 ASCII（字节）顺序排序，区分大小写',
  en: 'sort by field name, in byte order, case-sensitively',
};

const COMPARE: Title = {
  zh: '与报文里的签名比较，必须是大写十六进制',
  en: 'compare with the signature of the message, which is in upper-case hex',
};
