import type {
  MmspNotificationDescription,
  MmspOperationDescription,
  operations as mmspOperations,
} from '@yinjian/mmsp';
import type {
  ErrorCodes,
  FieldDescription,
  NextStep,
  NotificationDescription,
  OperationDescription,
  States,
  Title,
} from '@yinjian/provider-kit';
import type { TransitOperationDescription } from '@yinjian/wechat-transit';
import { type Language, type Words, words } from './reference-words.ts';

/** What both packages export of their definitions. */
export interface Definitions {
  readonly mmsp: {
    readonly operations: typeof mmspOperations;
    readonly notifications: readonly MmspNotificationDescription[];
  };
  readonly transit: {
    readonly operations: readonly TransitOperationDescription[];
    readonly notifications: readonly NotificationDescription[];
  };
}

/** An operation with what tells it on the wire. */
interface Entry {
  readonly operation: OperationDescription;
  /** Markdown. */
  readonly id: string;
  /** The further fields of partner mode. */
  readonly partnerFields: readonly FieldDescription[];
}

interface Page {
  readonly file: string;
  readonly title: Title;
  readonly entries: readonly Entry[];
  readonly notifications: readonly NotificationDescription[];
  readonly headerErrors: ErrorCodes | undefined;
}

/** Every page in both languages, by its path below `docs/`. */
export function referencePages(definitions: Definitions): ReadonlyMap<string, string> {
  const pages = pagesOf(definitions);
  const files = new Map<string, string>();
  for (const [language, folder, other] of LANGUAGES) {
    files.set(`${folder}/index.md`, renderIndex(pages, language, `${other}/index.md`));
    for (const page of pages)
      files.set(`${folder}/${page.file}`, renderPage(page, language, `${other}/${page.file}`));
  }
  return files;
}

/** The folder of each language, and the way from it to the other. */
const LANGUAGES = [
  ['en', 'reference', '../zh/reference'],
  ['zh', 'zh/reference', '../../reference'],
] as const;

const MMSP_PAGES = [
  ['payout', 'mmsp-payout.md', { en: 'MMSP payout', zh: 'MMSP 代付' }],
  ['quickPay', 'mmsp-quick-pay.md', { en: 'MMSP quick pay', zh: 'MMSP 快捷支付' }],
  ['scanPay', 'mmsp-scan-pay.md', { en: 'MMSP scan pay', zh: 'MMSP 扫码支付' }],
  ['gateway', 'mmsp-gateway.md', { en: 'MMSP gateway payment', zh: 'MMSP 网关支付' }],
] as const;

function pagesOf({ mmsp, transit }: Definitions): Page[] {
  const transitPage: Page = {
    file: 'wechat-transit.md',
    title: { en: 'WeChat Pay transit deduction', zh: '微信支付乘车代扣' },
    entries: transit.operations
      .filter(({ mode }) => mode === 'direct')
      .map((direct) => transitEntry(direct, transit.operations)),
    notifications: transit.notifications,
    headerErrors: undefined,
  };
  const mmspPages = MMSP_PAGES.map(([product, file, title]): Page => {
    const operations = mmsp.operations.filter((operation) => operation.product === product);
    return {
      file,
      title,
      entries: operations.map(mmspEntry),
      notifications: mmsp.notifications.filter((notification) => notification.product === product),
      headerErrors: operations[0]?.headerErrors,
    };
  });
  return [transitPage, ...mmspPages];
}

function transitEntry(
  direct: TransitOperationDescription,
  operations: readonly TransitOperationDescription[],
): Entry {
  const partner = operations.find(({ name, mode }) => name === direct.name && mode === 'partner');
  const known = new Set(direct.requestFields.map(({ name }) => name));
  return {
    operation: direct,
    id: [partner, direct].map((one) => (one === undefined ? '' : `\`${one.path}\` (${one.mode})`)).join(', '),
    partnerFields: partner?.requestFields.filter(({ name }) => !known.has(name)) ?? [],
  };
}

function mmspEntry(operation: MmspOperationDescription): Entry {
  const hex = operation.commandId.toString(16).toUpperCase().padStart(4, '0');
  return { operation, id: `0x${hex} (${operation.commandId})`, partnerFields: [] };
}

function renderIndex(pages: readonly Page[], language: Language, other: string): string {
  const w = words[language];
  const blocks = pages.flatMap(({ file, title, entries, notifications }) => [
    `## [${title[language]}](${file})`,
    overview(entries, language, file),
    ...notifications.map(
      ({ name, title: its }) =>
        `${w.notification}${w.colon}[\`${name}\`](${file}#${anchor(name)}) ${its[language]}`,
    ),
  ]);
  return document(w.index, w, other, blocks);
}

function renderPage(page: Page, language: Language, other: string): string {
  const w = words[language];
  return document(page.title[language], w, other, [
    overview(page.entries, language, ''),
    ...page.entries.flatMap((entry) => renderEntry(entry, language)),
    ...page.notifications.flatMap((notification) => renderNotification(notification, language)),
    ...renderErrorTables(page, language),
  ]);
}

/** Padded columns would change every line of a table with one of its cells. */
const UNFORMATTED = '<!-- biome-ignore-all format: generated -->';

function document(title: string, w: Words, other: string, blocks: readonly string[]): string {
  const lines = [UNFORMATTED, `# ${title}`, `[${w.otherLanguage}](${other})`, w.generated, ...blocks];
  return `${lines.join('\n\n')}\n`;
}

function overview(entries: readonly Entry[], language: Language, file: string): string {
  const w = words[language];
  const yes = (is: boolean) => (is ? w.yes : w.no);
  return table(
    [w.operation, '', '', w.open, w.movesMoney, w.certificate],
    entries.map(({ operation, id }) => [
      `[\`${operation.name}\`](${file}#${anchor(operation.name)})`,
      operation.title[language],
      id,
      yes(operation.open),
      yes(operation.movesMoney),
      yes(operation.needsCertificate),
    ]),
  );
}

function renderEntry({ operation, id, partnerFields }: Entry, language: Language): string[] {
  const w = words[language];
  const facts = [
    operation.title[language],
    id,
    operation.section,
    ...(operation.open ? [] : [`**${w.notOpen}**`]),
    ...(operation.needsCertificate ? [w.certificate] : []),
  ];
  return [
    heading(operation.name),
    facts.join(' · '),
    `### ${w.request}`,
    ...renderRequest(operation, partnerFields, language),
    `### ${w.reply}`,
    operation.replyFields.length === 0 ? w.noReply : fieldTable(operation.replyFields, language),
    ...(operation.replyFields.length === 0 ? [] : renderStates(operation, language)),
  ];
}

function renderRequest(
  { requestFields, requestRules }: OperationDescription,
  partnerFields: readonly FieldDescription[],
  language: Language,
): string[] {
  const w = words[language];
  const { cases, atLeastOne, dateWindow } = requestRules;
  const ofCases = new Set(Object.values(cases?.of ?? {}).flatMap((rows) => rows.map(({ name }) => name)));
  const blocks = [
    fieldTable(
      requestFields.filter(({ name }) => !ofCases.has(name)),
      language,
    ),
  ];
  if (partnerFields.length > 0) blocks.push(w.partner, fieldTable(partnerFields, language));
  for (const { values, rows, either } of casesOf(requestRules)) {
    const when = w.when(cases?.on ?? '', values.map((value) => `\`${value}\``).join(w.or));
    blocks.push(when, ...(rows.length === 0 ? [] : [fieldTable(rows, language)]));
    if (either.length > 0) blocks.push(w.atLeastOne(codes(either, w)));
  }
  if (atLeastOne !== undefined) blocks.push(w.atLeastOne(codes(atLeastOne, w)));
  if (dateWindow !== undefined) blocks.push(w.window(dateWindow.from, dateWindow.to, dateWindow.monthsBack));
  return blocks;
}

/** The cases that have fields, those with the same fields together. */
function casesOf({ cases }: OperationDescription['requestRules']) {
  const groups = new Map<
    string,
    { values: string[]; rows: readonly FieldDescription[]; either: readonly string[] }
  >();
  for (const [value, rows] of Object.entries(cases?.of ?? {})) {
    const either = cases?.atLeastOne?.[value] ?? [];
    if (rows.length === 0 && either.length === 0) continue;
    const key = JSON.stringify([rows, either]);
    const group = groups.get(key) ?? { values: [], rows, either };
    group.values.push(value);
    groups.set(key, group);
  }
  return groups.values();
}

function renderNotification(notification: NotificationDescription, language: Language): string[] {
  const w = words[language];
  return [
    heading(notification.name),
    [w.notification, notification.title[language], notification.section].join(' · '),
    `### ${w.fields}`,
    fieldTable(notification.fields, language),
    ...renderStates(notification, language),
  ];
}

function renderStates(
  { states, whenUnknown }: { readonly states: States; readonly whenUnknown: NextStep },
  language: Language,
): string[] {
  const w = words[language];
  const rows = Object.entries(states.values).map(([value, state]) => [
    `\`${value}\``,
    state.title[language],
    `**${w.statuses[state.status]}**`,
    'next' in state ? nextStep(state.next, w) : '',
  ]);
  const other = [w.other, '', `**${w.statuses.unknown}**`, nextStep(whenUnknown, w)];
  return [
    `### ${w.outcomes}`,
    table([`\`${states.field}\``, w.meaning, w.outcome, w.next], [...rows, other]),
  ];
}

/** A table that several operations share is printed once. */
function renderErrorTables({ entries, notifications, headerErrors }: Page, language: Language): string[] {
  const w = words[language];
  const shared = new Map<string, { errors: ErrorCodes; names: string[] }>();
  for (const { name, errors } of [...entries.map(({ operation }) => operation), ...notifications]) {
    if (Object.keys(errors).length === 0) continue;
    const key = JSON.stringify(errors);
    const group = shared.get(key) ?? { errors, names: [] };
    group.names.push(name);
    shared.set(key, group);
  }
  return [
    ...[...shared.values()].flatMap(({ errors, names }) => [
      `## ${w.codes} ${codes(names, w)}`,
      w.codesNote,
      errorTable(errors, language),
    ]),
    ...(headerErrors === undefined ? [] : [`## ${w.headerCodes}`, errorTable(headerErrors, language)]),
  ];
}

function errorTable(errors: ErrorCodes, language: Language): string {
  const w = words[language];
  return table(
    [w.code, w.meaning, w.action, w.inAction, w.inQuery, w.next],
    inOrder(errors).map(([code, row]) => {
      const status = row.class === 'duplicate' ? 'unknown' : row.class;
      return [
        `\`${code}\``,
        row.meaning[language],
        row.action[language],
        `**${w.statuses[status]}**`,
        // A question that is refused says nothing about what it asks for.
        `**${w.statuses[status === 'failed' ? 'unknown' : status]}**`,
        errorNext(row, w),
      ];
    }),
  );
}

function errorNext({ repeatAfterSeconds, next }: ErrorCodes[string], w: Words): string {
  if (repeatAfterSeconds !== undefined) return w.repeat(w.seconds(repeatAfterSeconds));
  return next === undefined ? '' : nextStep(next, w);
}

function nextStep(next: NextStep, w: Words): string {
  switch (next.action) {
    case 'query':
      return w.ask(next.operation, w.seconds(next.afterSeconds));
    case 'repeat':
      return w.repeat(w.seconds(next.afterSeconds));
    case 'proceed':
      return w.proceed(next.operation);
  }
}

function fieldTable(fields: readonly FieldDescription[], language: Language): string {
  const w = words[language];
  return fields.length === 0
    ? w.none
    : table([w.field, '', w.type, w.length, w.meaning], fieldRows(fields, language, ''));
}

/** A field within a field follows it, under its full name. */
function fieldRows(fields: readonly FieldDescription[], language: Language, prefix: string): string[][] {
  const w = words[language];
  return fields.flatMap((field) => {
    const name = `${prefix}${field.name}`;
    const presence = [
      w.presence[field.presence],
      ...(field.client === undefined ? [] : [w.client[field.client]]),
    ];
    const row = [
      `\`${name}\``,
      presence.join(w.comma),
      w.types[field.type],
      lengthOf(field, w),
      meaningOf(field, language),
    ];
    const inside = `${name}${field.type === 'list' ? '[].' : '.'}`;
    return [row, ...fieldRows(field.fields ?? [], language, inside)];
  });
}

function lengthOf({ maxLength, documentedLength }: FieldDescription, w: Words): string {
  if (maxLength !== undefined) return String(maxLength);
  return documentedLength === undefined ? '' : w.advisory(documentedLength);
}

function meaningOf({ title, values, sensitive, type }: FieldDescription, language: Language): string {
  const w = words[language];
  const listed = inOrder(values ?? {}).map(([value, its]) => `\`${value}\` ${its[language]}`);
  const meaning =
    listed.length === 0 ? title[language] : `${title[language]}${w.colon}${listed.join(w.comma)}`;
  return sensitive && type !== 'object' && type !== 'list' ? `${meaning} *(${w.sensitive})*` : meaning;
}

/** As written; where all names are numbers, which objects do not keep in order, by number. */
function inOrder<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  const entries = Object.entries(record);
  if (!entries.every(([name]) => /^\d+$/.test(name))) return entries;
  return entries.toSorted(([one], [other]) => Number(one) - Number(other));
}

function codes(names: readonly string[], w: Words): string {
  return names.map((name) => `\`${name}\``).join(w.comma);
}

/** Renderers disagree about the ids of headings, so each has one of its own. */
function heading(name: string): string {
  return `<a id="${anchor(name)}"></a>\n\n## ${name}`;
}

function anchor(name: string): string {
  return `of-${name.replaceAll('.', '-')}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
