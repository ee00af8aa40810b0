import type { ErrorCodes, NextStep, OperationDescription, State, States } from '@yinjian/provider-kit';
import { codes, inOrder, table } from './reference-markdown.ts';
import type { Page } from './reference-model.ts';
import { type Language, type Words, words } from './reference-words.ts';

/** What each state of a reply or notification comes to. */
export function renderStates(
  {
    states,
    whenUnknown,
    role,
    movesMoney,
  }: { readonly states: States; readonly whenUnknown: NextStep } & Partial<
    Pick<OperationDescription, 'role' | 'movesMoney'>
  >,
  language: Language,
): string[] {
  const w = words[language];
  // What a wallet or bank behind the platform calls a failure may be a time-out of its own.
  const isDoubtful = (state: State) =>
    state.status === 'failed' && state.isDefinite !== true && role === 'create' && movesMoney === true;
  const rows = Object.entries(states.values).map(([value, state]) => [
    `\`${value}\``,
    state.title[language],
    isDoubtful(state) ? w.failedIfListed : `**${state.status}**`,
    'next' in state ? nextStep(state.next, w) : '',
  ]);
  const other = [w.other, '', '**unknown**', nextStep(whenUnknown, w)];
  return [
    `### ${w.outcomes}`,
    table([`\`${states.field}\``, w.meaning, w.outcome, w.next], [...rows, other]),
  ];
}

/** Those that share an error table. */
interface Group {
  readonly errors: ErrorCodes;
  readonly names: string[];
  readonly roles: Set<OperationDescription['role']>;
}

type Owner = Pick<OperationDescription, 'name' | 'role'> & { readonly errors: ErrorCodes | undefined };

/** A table that several operations share is printed once. */
export function renderErrorTables({ entries, notifications }: Page, language: Language): string[] {
  const w = words[language];
  const bodies: Owner[] = [
    ...entries.map(({ operation }) => operation),
    ...notifications.map(({ notification }) => ({ ...notification, role: 'act' as const })),
  ];
  const headers = entries.map(({ operation, headerErrors }) => ({ ...operation, errors: headerErrors }));
  return [
    ...sharing(bodies).flatMap((group) => [
      `## ${w.codes(codes(group.names, w.comma))}`,
      w.codesNote,
      errorTable(group, language),
    ]),
    ...sharing(headers).flatMap((group, _, { length }) => [
      `## ${length === 1 ? w.headerCodes : w.headerCodesOf(codes(group.names, w.comma))}`,
      w.headerNote,
      errorTable(group, language),
    ]),
  ];
}

function sharing(owners: readonly Owner[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { name, role, errors = {} } of owners) {
    if (Object.keys(errors).length === 0) continue;
    const key = JSON.stringify(errors);
    const group = groups.get(key) ?? { errors, names: [], roles: new Set() };
    group.names.push(name);
    group.roles.add(role);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A question that is refused says nothing about what it asks for: a query has outcomes of its own. */
function errorTable({ errors, names, roles }: Group, language: Language): string {
  const w = words[language];
  const isAsked = roles.has('query');
  const isDone = roles.size > (isAsked ? 1 : 0);
  const head = [
    w.code,
    w.meaning,
    w.action,
    ...(isDone ? [w.outcome] : []),
    ...(isAsked ? [isDone ? w.ofQuery : w.outcome] : []),
    w.next,
  ];
  const rows = inOrder(errors).map(([code, row]) => {
    const status = row.class === 'duplicate' ? 'unknown' : row.class;
    return [
      `\`${code}\``,
      meaningOf(row, language),
      row.action[language],
      ...(isDone ? [`**${status}**`] : []),
      ...(isAsked ? [`**${status === 'failed' ? 'unknown' : status}**`] : []),
      errorNext(row, names, w),
    ];
  });
  return table(head, rows);
}

function meaningOf({ meaning, onlyWith }: ErrorCodes[string], language: Language): string {
  const only = onlyWith === undefined ? '' : words[language].onlyWith(onlyWith);
  return `${meaning[language]}${only}`;
}

function errorNext({ repeatAfterSeconds, next }: ErrorCodes[string], names: readonly string[], w: Words) {
  if (repeatAfterSeconds === undefined) return next === undefined ? '' : nextStep(next, w);
  const [name, ...others] = names;
  return name === undefined || others.length > 0
    ? w.repeatSame(w.seconds(repeatAfterSeconds))
    : w.repeat(name, w.seconds(repeatAfterSeconds));
}

function nextStep(next: NextStep, w: Words): string {
  switch (next.action) {
    case 'query': {
      const ask = w.ask(next.operation, w.seconds(next.afterSeconds));
      const { awaits } = next;
      return awaits === undefined ? ask : `${w.awaits(nextStep(awaits, w), awaits.placedBy)}${ask}`;
    }
    case 'repeat': {
      const after = w.seconds(next.afterSeconds);
      return next.operation === undefined ? w.placeAgain(after) : w.repeat(next.operation, after);
    }
    case 'proceed': {
      const { operation, take = [] } = next;
      return `${w.proceed(operation)}${take.length === 0 ? '' : w.take(codes(take, w.comma))}`;
    }
  }
}
