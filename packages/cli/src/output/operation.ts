import type { FieldDescription, RequestRules, Title } from '@yinjian/provider-kit';
import { type CatalogEntry, PRODUCTS, productOf } from '../catalog.ts';
import type { Context } from '../context.ts';
import { nextStepInWords } from './next-step.ts';
import { STATUSES } from './statuses.ts';
import { style } from './style.ts';
import { columns } from './table.ts';

type Say = Context['say'];

/** The address or id that an operation is told from others by. */
export function idOf(entry: CatalogEntry): string {
  return entry.platform === 'mmsp'
    ? `0x${entry.commandId.toString(16).padStart(4, '0').toUpperCase()} (${entry.commandId})`
    : entry.path;
}

/** What is particular about an operation, besides its name. */
export function traitsOf({ open, movesMoney, needsCertificate }: CatalogEntry): Title[] {
  return [
    ...(movesMoney ? [{ en: 'moves money', zh: '涉及资金' }] : []),
    ...(needsCertificate ? [{ en: 'needs a client certificate', zh: '需要客户端证书' }] : []),
    ...(open ? [] : [{ en: 'not open at the platform', zh: '平台暂未开通' }]),
  ];
}

/** Everything about an operation, for people. */
export function operationInWords(entry: CatalogEntry, { say, language }: Context): string[] {
  const traits = traitsOf(entry).map(say);
  const heading = (title: Title) => ['', style('bold', say(title))];
  return [
    `${style('bold', entry.name)}  ${entry.title.zh} / ${entry.title.en}`,
    `${say(PRODUCTS[productOf(entry)])} · ${idOf(entry)} · ${entry.section}`,
    ...(traits.length === 0 ? [] : [style('yellow', traits.join(language === 'zh' ? '，' : ', '))]),
    ...heading({ en: 'Request', zh: '请求' }),
    ...requestRows(entry, say),
    ...rules(entry.requestRules).map((rule) => `  ${say(rule)}`),
    ...heading({ en: 'Reply', zh: '应答' }),
    ...fieldRows(entry.replyFields, say),
    ...heading({ en: `What ${entry.states.field} comes to`, zh: `${entry.states.field} 对应的结果` }),
    ...columns(
      Object.entries(entry.states.values).map(([value, state]) => [
        value,
        style(STATUSES[state.status].colour, state.status),
        say(state.title),
        'next' in state ? `→ ${say(nextStepInWords(state.next))}` : '',
      ]),
    ),
    `  ${say({ en: 'any other: ', zh: '其他：' })}${style(STATUSES.unknown.colour, 'unknown')} → ${say(nextStepInWords(entry.whenUnknown))}`,
    ...heading({ en: 'Error codes', zh: '错误码' }),
    ...columns(
      [
        ...Object.entries('headerErrors' in entry ? (entry.headerErrors ?? {}) : {}),
        ...Object.entries(entry.errors),
      ].map(([code, row]) => [code, say(row.meaning), `→ ${say(row.action)}`]),
    ),
  ];
}

/** What every request has, then what depends on a value. */
function requestRows({ requestFields, requestRules }: CatalogEntry, say: Say): string[] {
  const { on = '', of = {} } = requestRules.cases ?? {};
  const ofCases = new Set(Object.values(of).flatMap((rows) => rows.map(({ name }) => name)));
  return [
    ...fieldRows(
      requestFields.filter(({ name }) => !ofCases.has(name)),
      say,
    ),
    ...Object.entries(of).flatMap(([value, rows]) =>
      rows.length === 0
        ? []
        : [
            `  ${say({ en: `Where ${on} is ${value}:`, zh: `${on} 为 ${value} 时：` })}`,
            ...fieldRows(rows, say),
          ],
    ),
  ];
}

function fieldRows(fields: readonly FieldDescription[], say: Say): string[] {
  return columns(flatten(fields).map(({ path, field }) => fieldRow(path, field, say)));
}

function flatten(
  fields: readonly FieldDescription[],
  prefix = '',
): { readonly path: string; readonly field: FieldDescription }[] {
  return fields.flatMap((field) => {
    const path = `${prefix}${field.name}`;
    const inside = `${path}${field.type === 'list' ? '[].' : '.'}`;
    return [{ path, field }, ...flatten(field.fields ?? [], inside)];
  });
}

function fieldRow(path: string, field: FieldDescription, say: Say): string[] {
  const { maxLength, documentedLength, formats, pattern, minimum, maximum, values = {} } = field;
  const written = [
    ...(formats ?? (pattern === undefined ? [] : [`/${pattern}/`])),
    ...(minimum === undefined || maximum === undefined ? [] : [`${minimum}…${maximum}`]),
    ...(maxLength === undefined && documentedLength === undefined
      ? []
      : [`≤ ${documentedLength ?? maxLength}`]),
  ];
  const meaning = [
    say(field.title),
    ...(field.condition === undefined ? [] : [say(field.condition)]),
    ...Object.entries(values).map(([value, title]) => `${value} ${say(title)}`),
  ];
  return [
    path,
    say(presenceOf(field)),
    `${say(TYPES[field.type])} ${written.join(' ')}`.trimEnd(),
    meaning.join('; '),
  ];
}

function presenceOf({ presence, client }: FieldDescription): Title {
  return client === undefined ? PRESENCE[presence] : PRESENCE[client];
}

const PRESENCE = {
  required: { en: 'required', zh: '必填' },
  conditional: { en: 'conditional', zh: '条件' },
  optional: { en: 'optional', zh: '可选' },
  sets: { en: 'set for you', zh: '自动设置' },
  fills: { en: 'filled in', zh: '自动填写' },
} satisfies Record<string, Title>;

const TYPES: Readonly<Record<FieldDescription['type'], Title>> = {
  string: { en: 'text', zh: '文本' },
  integer: { en: 'number', zh: '整数' },
  fen: { en: 'fen', zh: '分' },
  time: { en: 'time', zh: '时间' },
  code: { en: 'code', zh: '代码' },
  url: { en: 'URL', zh: '网址' },
  object: { en: 'object', zh: '对象' },
  list: { en: 'list', zh: '列表' },
};

function rules({ cases, atLeastOne, dateWindow }: RequestRules): Title[] {
  const oneOf = (names: readonly string[]): Title => ({
    en: `at least one of ${names.join(', ')}`,
    zh: `${names.join('、')} 至少填一个`,
  });
  return [
    ...(atLeastOne === undefined ? [] : [oneOf(atLeastOne)]),
    ...Object.entries(cases?.atLeastOne ?? {}).map(([value, names]) => ({
      en: `where ${cases?.on} is ${value}: ${oneOf(names).en}`,
      zh: `${cases?.on} 为 ${value} 时${oneOf(names).zh}`,
    })),
    ...(dateWindow === undefined
      ? []
      : [
          {
            en: `${dateWindow.from} not later than ${dateWindow.to}, neither more than ${dateWindow.monthsBack} calendar months back (UTC+8)`,
            zh: `${dateWindow.from} 不得晚于 ${dateWindow.to}，均不得早于 ${dateWindow.monthsBack} 个自然月之前（UTC+8）`,
          },
        ]),
  ];
}
