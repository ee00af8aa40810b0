import { type JsonObjectTree, parseJsonTree } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { SourceText } from '../internal/source-text.ts';
import { Problems } from '../recognise/problems/collect-problems.ts';
import { reportCodecError } from '../recognise/problems/report-codec-error.ts';
import { tableOf } from '../recognise/read/draft.ts';
import { findPayoutOperation } from '../recognise/read/read-payout-plaintext.ts';
import { textOfMember } from '../recognise/read/tree-values.ts';
import type { ExplainOptions, Verdict } from '../types/explanation.ts';
import type { Problem } from '../types/problem.ts';
import type { Reading } from '../types/reading.ts';
import type { Recognised } from '../types/recognised.ts';
import type { FieldsStep, PlaintextStep, Step } from '../types/step.ts';
import type { PayoutPlaintextSubject, PayoutSubject } from '../types/subject.ts';
import { checkPayoutSignature } from './check-payout-signature.ts';
import { decodePlaintext } from './decode-plaintext.ts';
import { explainField, ownOfMember, type Table } from './explain-fields.ts';
import type { Explained } from './explained.ts';
import { headerTitles } from './header-titles.ts';
import { openPayout } from './open-payout.ts';
import { type PayoutSides, replySides, requestSides } from './payout-sides.ts';
import { RsaKeys } from './rsa-keys.ts';
import { UNSIGNED } from './verdicts.ts';

/** A payout as it travels: RSA-encrypted blocks, signed with SHA1withRSA over the plain text [M] 代付 3.1. */
export async function explainPayout(
  subject: PayoutSubject,
  reading: Reading,
  options: ExplainOptions,
): Promise<Explained> {
  const clear = clearFields(subject);
  const signature = options.signature?.trim() || subject.signature;
  if (subject.encrypted === '') return { steps: [clear], verdict: withoutCiphertext(subject) };
  const isReply = reading.recognised.direction === 'reply';
  const sides = isReply ? replySides : requestSides;
  const keys = new RsaKeys(options);
  const key = await keys.privateKey(sides.opens);
  const opened = await openPayout(subject.encrypted, key);
  const plain = opened.bytes === undefined ? undefined : readPlaintext(opened.bytes, isReply);
  const checked = await checkPayoutSignature(opened.bytes, signature, sides, keys);
  const steps: Step[] = [
    clear,
    ...(opened.step === undefined ? [] : [opened.step]),
    ...(plain?.steps ?? []),
    checked.step,
  ];
  const isBroken = opened.problems.length > 0;
  const lineBreaks = [
    ...lineBreakProblems('ENCRYPT', subject.encrypted),
    ...lineBreakProblems('SIGN', signature),
  ];
  return {
    steps,
    verdict: opened.bytes === undefined ? unopened(key === undefined && !isBroken, sides) : checked.verdict,
    recognised: {
      ...plain?.recognised,
      because: [...reading.recognised.because, ...(plain?.recognised.because ?? [])],
    },
    problems: [...keys.problems, ...opened.problems, ...lineBreaks, ...(plain?.problems ?? [])],
  };
}

/** What is encrypted in a payout: it is what `SIGN` covers. */
export async function explainPayoutPlaintext(
  { fields, source }: PayoutPlaintextSubject,
  reading: Reading,
  options: ExplainOptions,
): Promise<Explained> {
  const sides = reading.recognised.direction === 'reply' ? replySides : requestSides;
  const keys = new RsaKeys(options);
  const bytes = new TextEncoder().encode(source.text);
  const signature = options.signature?.trim() ?? '';
  const { step, verdict } = await checkPayoutSignature(bytes, signature, sides, keys);
  const steps = [
    plaintextStep(source.text, bytes.length),
    plainFields(fields, reading, source.text, source),
    step,
  ];
  return { steps, verdict, problems: [...keys.problems, ...lineBreakProblems('SIGN', signature)] };
}

/** Base64 is read here with its line breaks; other programs refuse it, or stop at the first. */
function lineBreakProblems(name: string, base64: string): Problem[] {
  if (!/[\r\n]/.test(base64.trim())) return [];
  const message = {
    zh: `${name} 的 Base64 带有换行（MIME 格式），平台未必接受：请整体编码、不换行`,
    en: `the Base64 of ${name} has line breaks (as MIME has them), which the platform may refuse: write it in one piece`,
  };
  return [{ severity: 'warning', code: 'base64_line_breaks', message }];
}

interface ReadPlaintext {
  readonly steps: readonly Step[];
  readonly recognised: Partial<Recognised>;
  readonly problems: readonly Problem[];
}

function readPlaintext(bytes: Uint8Array, isReply: boolean): ReadPlaintext {
  const { text, problems } = decodePlaintext(bytes);
  const step = plaintextStep(text, bytes.length);
  const json = text.replace(/^\ufeff/, '');
  const tree = parsePlaintext(json);
  if (!('kind' in tree)) return { steps: [step], recognised: {}, problems: [...problems, tree] };
  const { fields, states, because, ...operation } = findPayoutOperation(tree, isReply);
  return {
    steps: [step, plainFields(tree, tableOf(fields, states), json)],
    recognised: { ...operation, because },
    problems,
  };
}

/** Its places are not those of the message, so what is wrong with it is said without one. */
function parsePlaintext(text: string): JsonObjectTree | Problem {
  const problems = new Problems(text);
  try {
    const tree = parseJsonTree(text);
    if (tree.kind === 'object') return tree;
  } catch (error) {
    reportCodecError(error, { source: SourceText.whole(text), problems });
  }
  const [first] = problems.found;
  const zh = first === undefined ? '应为 JSON 对象' : first.message.zh;
  const en = first === undefined ? 'expected a JSON object' : first.message.en;
  return {
    severity: 'warning',
    code: 'plaintext_not_json',
    message: { zh: `解密后的明文有问题：${zh}`, en: `the plain text that was decrypted: ${en}` },
  };
}

function plaintextStep(text: string, bytes: number): PlaintextStep {
  return { kind: 'plaintext', title: PLAINTEXT, text, bytes };
}

function plainFields(
  { members }: JsonObjectTree,
  table: Table,
  text: string,
  source?: SourceText,
): FieldsStep {
  const fields = members.map((member) =>
    explainField(
      ownOfMember(member, true, IN_PLAINTEXT, source === undefined ? { text } : { text, source }),
      table,
    ),
  );
  return { kind: 'fields', title: PLAINTEXT_FIELDS, fields };
}

function clearFields({ envelope, source }: PayoutSubject): FieldsStep {
  const fields = envelope.members.map((member) => {
    const why = member.name === 'SIGN' ? IS_SIGNATURE : member.name === 'ENCRYPT' ? IS_CIPHERTEXT : IN_CLEAR;
    const own = ownOfMember(member, false, why, { text: source.text, source });
    const title = headerTitles[own.name];
    return {
      ...own,
      ...(title === undefined ? {} : { title }),
      sensitive: false,
      unknown: title === undefined,
    };
  });
  return { kind: 'fields', title: CLEAR_FIELDS, fields };
}

/** A reply without a ciphertext is a refusal, or has lost what counts. */
function withoutCiphertext({ envelope }: PayoutSubject): Verdict {
  const code = textOfMember(envelope, 'RETCODE');
  return code !== '' && code !== '0000' ? UNSIGNED : { result: 'unreadable', message: NO_CIPHERTEXT };
}

function unopened(isWithoutKey: boolean, { cannotOpen }: PayoutSides): Verdict {
  return isWithoutKey
    ? { result: 'no_key', message: cannotOpen }
    : { result: 'undecryptable', message: UNDECRYPTABLE };
}

const CLEAR_FIELDS: Title = {
  zh: '外层的字段：签名只覆盖 ENCRYPT 里的明文',
  en: 'the outer fields: the signature covers nothing but the plain text in ENCRYPT',
};

const PLAINTEXT: Title = {
  zh: '明文：不排序、不转义，加密和签名用的是同一串 UTF-8 字节',
  en: 'the plain text: neither sorted nor escaped; the very same UTF-8 bytes are encrypted and signed',
};

const PLAINTEXT_FIELDS: Title = { zh: '明文的字段', en: 'the fields of the plain text' };

const IS_SIGNATURE: Title = { zh: '这就是签名', en: 'this is the signature' };

const IS_CIPHERTEXT: Title = {
  zh: '密文：签名的是其中的明文',
  en: 'the ciphertext: what is signed is the plain text in it',
};

const IN_CLEAR: Title = {
  zh: '没有加密，也不参与签名，不可信',
  en: 'neither encrypted nor signed, so nobody vouches for it',
};

const IN_PLAINTEXT: Title = {
  zh: '明文整体参与签名',
  en: 'the plain text is signed as a whole',
};

const NO_CIPHERTEXT: Title = {
  zh: '没有 ENCRYPT，没有可检查的内容',
  en: 'there is no ENCRYPT, so there is nothing to check',
};

const UNDECRYPTABLE: Title = {
  zh: '解不开：不是用与这把私钥配对的公钥加密的，或密文已被改动',
  en: 'it does not open: not encrypted with the public key of this private key, or changed on the way',
};
