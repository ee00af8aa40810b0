import type { FieldDescription, State, Title } from '@yinjian/provider-kit';

export type Language = keyof Title;

/** Everything in a reference page that does not come from a definition. */
export interface Words {
  readonly index: string;
  readonly generated: string;
  readonly otherLanguage: string;
  readonly operation: string;
  readonly notification: string;
  readonly open: string;
  readonly notOpen: string;
  readonly movesMoney: string;
  readonly certificate: string;
  readonly yes: string;
  readonly no: string;
  readonly request: string;
  readonly reply: string;
  readonly noReply: string;
  readonly fields: string;
  readonly field: string;
  readonly type: string;
  readonly length: string;
  readonly meaning: string;
  readonly outcomes: string;
  readonly outcome: string;
  readonly next: string;
  readonly codes: string;
  readonly headerCodes: string;
  readonly code: string;
  readonly action: string;
  readonly inAction: string;
  readonly inQuery: string;
  readonly other: string;
  readonly sensitive: string;
  readonly partner: string;
  readonly none: string;
  readonly presence: Readonly<Record<FieldDescription['presence'], string>>;
  readonly client: Readonly<Record<NonNullable<FieldDescription['client']>, string>>;
  readonly types: Readonly<Record<FieldDescription['type'], string>>;
  readonly statuses: Readonly<Record<State['status'], string>>;
  readonly colon: string;
  readonly comma: string;
  readonly seconds: (pauses: readonly number[]) => string;
  readonly ask: (operation: string, after: string) => string;
  readonly repeat: (after: string) => string;
  readonly proceed: (operation: string) => string;
  readonly advisory: (length: number) => string;
  readonly or: string;
  readonly codesNote: string;
  readonly when: (field: string, values: string) => string;
  readonly atLeastOne: (fields: string) => string;
  readonly window: (from: string, to: string, months: number) => string;
}

const en: Words = {
  index: 'Reference of operations',
  generated:
    'Made from the definitions by `npm run reference`; whatever is changed here by hand is lost. `[M]` and `[W]` are the source documents, see their [errata](../errata.md).',
  otherLanguage: '中文',
  operation: 'Operation',
  notification: 'Notification',
  open: 'Open',
  notOpen: 'not open at the platform',
  movesMoney: 'Moves money',
  certificate: 'Client certificate',
  yes: 'yes',
  no: 'no',
  request: 'Request',
  reply: 'Reply',
  noReply: "None: the request is sent by the payer's browser.",
  fields: 'Fields',
  field: 'Field',
  type: 'Type',
  length: 'Length',
  meaning: 'Meaning',
  outcomes: 'What it comes to',
  outcome: 'Outcome',
  next: 'Next',
  codes: 'Error codes of',
  headerCodes: 'Error codes of the header (`RetCode`, or in brackets in `ErrorMsg`)',
  code: 'Code',
  action: 'What to do',
  inAction: 'Outcome',
  inQuery: 'To a query',
  other: 'any other',
  sensitive: 'sensitive',
  partner: 'In partner mode also:',
  none: 'None.',
  presence: { required: 'required', conditional: 'conditional', optional: 'optional' },
  client: { sets: 'set by the client', fills: 'filled in by the client' },
  types: {
    string: 'text',
    integer: 'whole number',
    fen: 'fen',
    time: 'time (UTC+8)',
    code: 'code',
    url: 'URL',
    object: 'object',
    list: 'list',
  },
  statuses: {
    succeeded: 'succeeded',
    pending: 'pending',
    failed: 'failed',
    refunded: 'refunded',
    unknown: 'unknown',
  },
  colon: ': ',
  comma: ', ',
  seconds: (pauses) => `${pauses.join(', ')} s`,
  ask: (operation, after) => `\`${operation}\` after ${after}`,
  repeat: (after) => `the very same request after ${after}`,
  proceed: (operation) => `go on with \`${operation}\``,
  advisory: (length) => `${length}, not enforced`,
  or: ' or ',
  codesNote:
    'Where no next step is given, it is the one that the operation has for any other state. A code that is not listed is **unknown**.',
  when: (field, values) => `Where \`${field}\` is ${values}:`,
  atLeastOne: (fields) => `At least one of ${fields}.`,
  window: (from, to, months) =>
    `\`${from}\` is not after \`${to}\`; both lie at most ${months} months in the past.`,
};

const zh: Words = {
  index: '接口参考',
  generated:
    '由 `npm run reference` 根据接口定义生成，手工修改会丢失。`[M]`、`[W]` 指官方文档，参见[勘误](../errata.md)。',
  otherLanguage: 'English',
  operation: '接口',
  notification: '通知',
  open: '已开通',
  notOpen: '平台暂未开通',
  movesMoney: '涉及资金',
  certificate: '客户端证书',
  yes: '是',
  no: '否',
  request: '请求参数',
  reply: '应答参数',
  noReply: '无：请求由付款人的浏览器提交。',
  fields: '参数',
  field: '字段',
  type: '类型',
  length: '长度',
  meaning: '说明',
  outcomes: '结果',
  outcome: '结果',
  next: '下一步',
  codes: '错误码：',
  headerCodes: '包头错误码（`RetCode`，或 `ErrorMsg` 方括号中的代码）',
  code: '代码',
  action: '处理',
  inAction: '结果',
  inQuery: '对查询',
  other: '其他',
  sensitive: '敏感',
  partner: '服务商模式另有：',
  none: '无。',
  presence: { required: '必填', conditional: '条件', optional: '可选' },
  client: { sets: '由客户端设置', fills: '可由客户端补全' },
  types: {
    string: '文本',
    integer: '整数',
    fen: '分',
    time: '时间（UTC+8）',
    code: '代码',
    url: '网址',
    object: '对象',
    list: '列表',
  },
  statuses: {
    succeeded: 'succeeded',
    pending: 'pending',
    failed: 'failed',
    refunded: 'refunded',
    unknown: 'unknown',
  },
  colon: '：',
  comma: '，',
  seconds: (pauses) => `${pauses.join('、')} 秒`,
  ask: (operation, after) => `${after}后调用 \`${operation}\``,
  repeat: (after) => `${after}后原样重发`,
  proceed: (operation) => `继续调用 \`${operation}\``,
  advisory: (length) => `${length}，不强制`,
  or: ' 或 ',
  codesNote: '未注明下一步的，按该接口「其他」状态处理。未列出的代码一律为 **unknown**。',
  when: (field, values) => `\`${field}\` 为 ${values} 时：`,
  atLeastOne: (fields) => `${fields} 至少填一个。`,
  window: (from, to, months) => `\`${from}\` 不晚于 \`${to}\`，均不早于 ${months} 个月前。`,
};

export const words: Readonly<Record<Language, Words>> = { en, zh };
