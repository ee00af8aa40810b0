import type { Title } from '@yinjian/provider-kit';
import { longDigits } from '../mistakes/change/lossy-numbers.ts';
import { fieldsOf } from '../mistakes/change/one-field.ts';
import type { SearchMessage } from '../search/message.ts';
import type { Finding, SuspectedMistakeId } from '../types/diagnosis.ts';
import type { Explanation } from '../types/explanation.ts';
import type { Problem } from '../types/problem.ts';
import type { Reading } from '../types/reading.ts';
import type { Correction } from './findings.ts';

/** What is not as it should be, where no mistake that was tried leads to the signature. */
export function likelyFindings(
  message: SearchMessage,
  { subject }: Reading,
  { problems }: Explanation,
  correction: Correction,
): Finding[] {
  const findings: Finding[] = [...ofSignature(message), ...problems.flatMap(ofProblem)];
  if (
    subject?.kind === 'envelope' &&
    subject.isAgentMode &&
    message.otherKeys.every(({ isPublished }) => isPublished)
  ) {
    findings.push(likely('key.agent_missing', AGENT_TITLE, AGENT_FIX));
  }
  for (const { path, value } of fieldsOf(message)) {
    const digits = value.kind === 'string' ? undefined : longDigits(value);
    if (digits === undefined) continue;
    findings.push(likely('lossy_numbers.suspected', lossyTitle(path), LOSSY_FIX, [path]));
  }
  return findings.map((finding) => ({ ...finding, ...correction }));
}

function likely(id: SuspectedMistakeId, title: Title, fix: Title, fields: readonly string[] = []): Finding {
  return { mistakes: [{ id, fields }], certainty: 'likely', title, fix };
}

function ofSignature({ signature, base }: SearchMessage): Finding[] {
  const { hexLength, id } = base.digest;
  const bare = signature.trim();
  if (/^[0-9a-f]+$/i.test(bare) && bare.length === hexLength) return [];
  const length = { en: `${id} has ${hexLength} hex digits`, zh: `${id} 是 ${hexLength} 位十六进制` };
  const found = /^[0-9a-f]+$/i.test(bare)
    ? { en: `the signature has ${bare.length}`, zh: `现在的签名是 ${bare.length} 位` }
    : { en: 'the signature is something else', zh: '现在的签名不是十六进制' };
  return [
    likely(
      'signature.not_a_digest',
      { en: `${length.en}; ${found.en}`, zh: `${length.zh}，${found.zh}` },
      {
        en: 'See that the right algorithm is used, and that nothing cuts or replaces the signature on its way.',
        zh: '检查算法是否正确，以及签名在传递中有没有被截断或替换。',
      },
    ),
  ];
}

/** Of the problems of a message, those that change what is signed. */
const TELLING = {
  replacement_character: {
    en: 'Read the bytes of the message as UTF-8 in one piece, and sign or check that.',
    zh: '把整个报文的字节一次性按 UTF-8 解码，再签名或验签。',
  },
  mojibake: {
    en: 'Read the bytes of the message as UTF-8, whatever the default of the system is.',
    zh: '无论系统默认编码是什么，都按 UTF-8 解码报文。',
  },
  sign_type_unknown: {
    en: 'Send MD5 or HMAC-SHA256, exactly so.',
    zh: '只能填 MD5 或 HMAC-SHA256，大小写一致。',
  },
  key_suspicious: {
    en: 'Copy the key again, and print its length.',
    zh: '重新复制密钥，并打印其长度核对。',
  },
} satisfies Partial<Record<Problem['code'], Title>>;

function isTelling(code: Problem['code']): code is keyof typeof TELLING {
  return code in TELLING;
}

function ofProblem({ code, message }: Problem): Finding[] {
  return isTelling(code) ? [likely(`message.${code}`, message, TELLING[code])] : [];
}

const AGENT_TITLE: Title = {
  en: 'The message is in agent mode (AGENTNO is filled): the agent’s key signs, and it was not given',
  zh: '报文是代理商模式（AGENTNO 非空），由代理商密钥签名，但没有给出代理商密钥',
};
const AGENT_FIX: Title = {
  en: 'Check with the agent’s key, or send AGENTNO empty and sign with the merchant’s.',
  zh: '用代理商密钥检查；或者把 AGENTNO 置空，用商户密钥签名。',
};

function lossyTitle(path: string): Title {
  return {
    en: `${path} is a number above 2^53: a program that parses it into a double changes its last digits`,
    zh: `${path} 是大于 2^53 的数字：程序若把它解析成浮点数，末尾几位会改变`,
  };
}

const LOSSY_FIX: Title = {
  en: 'Check the message as it came, before anything parses and writes it again.',
  zh: '用收到的原始报文验签，不要解析后再序列化。',
};
