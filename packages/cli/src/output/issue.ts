import type { IssueCode, Title } from '@yinjian/provider-kit';
import type { TitledIssue } from '../errors.ts';

/** A mistake as JSON: the message is English and holds what was probably meant. */
export function issueAsData({ hint, ...issue }: TitledIssue): TitledIssue {
  return hint === undefined ? issue : { ...issue, message: `${issue.message}; ${hint.en}` };
}

/** A mistake as a line. */
export function issueInWords({ path, code, message, title, hint }: TitledIssue): Title {
  const rule = ruleInChinese(code, message);
  const zh = `${KINDS[code]}${rule === undefined ? '' : `：${rule}`}${hint === undefined ? '' : `；${hint.zh}`}`;
  const en = `${message}${hint === undefined ? '' : `; ${hint.en}`}`;
  if (path === '') return { en, zh };
  return {
    en: `${path}${title === undefined ? '' : ` (${title.en})`} ${en}`,
    zh: `${path}${title === undefined ? ' ' : `（${title.zh}）`}${zh}`,
  };
}

const KINDS: Readonly<Record<IssueCode, string>> = {
  missing: '未给出',
  unknown_field: '不是此处的字段',
  wrong_type: '类型不对',
  invalid_value: '取值不合规则',
  conflict: '与其他取值矛盾',
};

/** What the library says in English alone; `undefined` where the kind of the mistake has to do. */
function ruleInChinese(code: IssueCode, message: string): string | undefined {
  const parts = message.split(', and ').map((part) => translated(code, part));
  return parts.every((part) => part !== undefined) ? parts.join('，且') : undefined;
}

function translated(code: IssueCode, message: string): string | undefined {
  const rule = RULES[code].find(([pattern]) => pattern.test(message));
  return rule === undefined ? undefined : message.replace(...rule).replaceAll(' or ', ' 或 ');
}

type Rules = readonly (readonly [pattern: RegExp, chinese: string])[];

/** Of a value that is of the wrong type, or that is not one of those that may be. */
const OF_ANY_VALUE: Rules = [
  [/^must be (?:a number: )?a whole number of fen from (\d+) to (\d+)$/, '应为 $1 到 $2 的整数（分）'],
  [/^must be (?:a number: )?a whole number of fen$/, '应为整数（分）'],
  [/^must be (?:a number: )?a whole number from (-?\d+) to (\d+)$/, '应为 $1 到 $2 的整数'],
  [/^must be (?:a number: )?a whole number$/, '应为整数'],
  [/^must be (?:text: )?one of (.+)$/, '应为 $1 之一'],
  [/^must be a Date, or China Standard Time written (\w+)$/, '应为 $1 格式的北京时间'],
];

/** The frequent ones. */
const RULES: Readonly<Record<IssueCode, Rules>> = {
  missing: [[/^is required: give (\S+(?: or \S+)+)$/, '$1（至少给出一个）']],
  unknown_field: [[/^is set by the client$/, '由程序自动填写']],
  wrong_type: [
    ...OF_ANY_VALUE,
    [/^must be an object$/, '应为对象'],
    [/^must be of type string$/, '应为文本'],
  ],
  invalid_value: [
    ...OF_ANY_VALUE,
    [/^must not be empty$/, '不能为空'],
    [/^holds a character that cannot be sent$/, '含有不能发送的字符'],
    [/^is longer than (\d+) characters(?: when encoded)?$/, '超过 $1 个字符'],
    [
      /^must be an absolute http or https URL without a user name$/,
      '应为完整的 http 或 https 网址，不含用户名',
    ],
    [/^must be an IPv4 address$/, '应为 IPv4 地址'],
    [/^must be digits only$/, '只能是数字'],
    [/^must be letters and digits(?: only)?$/, '只能是字母和数字'],
    [/^must be (\d+) digits$/, '应为 $1 位数字'],
    [/^must be (\d+) to (\d+) digits$/, '应为 $1 到 $2 位数字'],
    [/^must be a mobile number of 11 digits$/, '应为 11 位手机号'],
    [/^must be printable ASCII without white space$/, '只能是不含空白的可见 ASCII 字符'],
    [/^must be made of letters, digits and _-\|\*@$/, '只能由字母、数字和 _-|*@ 组成'],
    [/^must be a month and a year, MMYY$/, '应为月和年（MMYY）'],
    [/^must not be later than (\w+)$/, '不能晚于 $1'],
    [/^must not be more than (\d+) months ago$/, '不能早于 $1 个月前'],
  ],
  conflict: [[/^is only for (\w+) (\S+(?: or \S+)*)$/, '仅用于 $1 为 $2 时']],
};
