import type { Title } from '@yinjian/provider-kit';
import type { Diagnosis, Tried } from '@yinjian/signature-debugger';
import type { Context } from '../context.ts';
import { style } from './style.ts';

/** What to do where no mistake was found, the likeliest help first. */
export function whatToDoInWords(diagnosis: Diagnosis, say: Context['say']): string[] {
  const { tried, difference } = diagnosis;
  const steps = [
    ...(tried.complete ? [] : [SEARCH_LONGER(searchLonger(tried))]),
    keysToCompare(diagnosis),
    ...(difference === undefined ? [GIVE_THEIR_TEXT] : []),
    CHANGED_AFTERWARDS,
  ];
  return [
    style('bold', say({ en: 'What to do next:', zh: '接下来：' })),
    ...steps.map((step, index) => `  ${index + 1}. ${say(step)}`),
  ];
}

/** The option that searches several times as long as it did. */
export function searchLonger({ milliseconds }: Tried): string {
  return `--milliseconds ${Math.min(999_999, Math.max(20_000, 4 * Math.round(milliseconds)))}`;
}

function keysToCompare({ explanation: { recognised } }: Diagnosis): Title {
  if (recognised.wire === 'payout' || recognised.wire === 'payout-plaintext') return RSA_KEYS;
  return recognised.platform === 'wechat-transit' ? API_KEY : MD5_KEY;
}

const MD5_KEY: Title = {
  en: "Compare the key with the one in the merchant's back office: of the test environment or of production, the agent's or the merchant's?",
  zh: '与商户后台中的密钥核对：是测试环境还是生产环境的？是代理商的还是商户的？',
};
const API_KEY: Title = {
  en: "Compare the key with the one in the merchant's back office: it has to be the APIv2 key (not that of APIv3), of the merchant whose mch_id the message has.",
  zh: '与商户平台中的密钥核对：应为报文中 mch_id 所属商户的 APIv2 密钥（不是 APIv3 密钥）。',
};
const RSA_KEYS: Title = {
  en: "Compare the public key with the one in the merchant's back office: of the test environment or of production, the merchant's or the platform's?",
  zh: '与商户后台中的公钥核对：是测试环境还是生产环境的？是商户的还是平台的？',
};
const GIVE_THEIR_TEXT: Title = {
  en: 'Give the text that your program signed, as its log has it: --their-text FILE shows where it differs.',
  zh: '给出程序实际签名的文本（可从日志中取得）：--their-text 文件 会指出差异所在。',
};
const CHANGED_AFTERWARDS: Title = {
  en: 'Was the message changed after it was signed, by a proxy, a framework or a log? Take it as it was sent.',
  zh: '报文在签名之后是否被改动过（代理、框架、日志）？请使用实际发送的报文。',
};
const SEARCH_LONGER = (option: string): Title => ({
  en: `Search longer: ${option}.`,
  zh: `延长搜索时间：${option}。`,
});
