import { type MmspOperationDescription, operations as mmspOperations } from '@yinjian/mmsp';
import { ConfigurationError, type ErrorCode, type ErrorCodes } from '@yinjian/provider-kit';
import { operations as transitOperations } from '@yinjian/wechat-transit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Misbehaviour } from './misbehaviour.ts';
import { createClients } from './testing/clients.ts';
import {
  callOperation,
  EXAMPLES,
  type ExampleName,
  exampleOf,
  type Mode,
  type Setting,
  startSetting,
} from './testing/every-operation.ts';

const NAMES = Object.keys(EXAMPLES) as ExampleName[];
/** Every operation; a deduction's in both modes, which have addresses of their own. */
const CALLS = NAMES.flatMap((name): [ExampleName, Mode][] =>
  name.includes('.')
    ? [[name, 'direct']]
    : [
        [name, 'direct'],
        [name, 'partner'],
      ],
);

let setting: Awaited<ReturnType<typeof startSetting>>;
beforeAll(async () => {
  setting = await startSetting();
});
afterAll(() => setting.sandbox.close());

async function call(name: ExampleName, mode: Mode, change: object = {}, misbehaviour?: object) {
  const next: Setting = setting.next();
  const input = { ...(await exampleOf(name).prepare(next)), ...change };
  if (misbehaviour !== undefined)
    next.sandbox.misbehave({ operation: name, ...misbehaviour } as Misbehaviour);
  const outcome = await callOperation(next.clients, name, input, mode);
  const isThere = next.sandbox.orders.some(({ number }) => number === next.number);
  return { outcome, isThere };
}

const described = [...mmspOperations, ...transitOperations];
const definitionOf = (name: string) => {
  const found = described.find((operation) => operation.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const wireOf = (name: string) =>
  name.includes('.') ? (name.startsWith('payout.') ? 'payout' : 'envelope') : 'transit';

describe('every operation, with the real client', () => {
  it.each(CALLS)('%s works, %s', async (name, mode) => {
    const { outcome } = await call(name, mode);
    expect(outcome).toMatchObject({ status: exampleOf(name).status, authenticated: true });
  });
});

/** What goes wrong, what a client then knows, and whether the request was executed. */
const FAULTS = [
  ['drop-before-executing', 'network', false],
  ['drop-after-executing', 'network', true],
  ['drop-within-reply', 'network', true],
  ['bad-gateway', 'http_status', true],
  ['redirect', 'redirect', true],
  ['empty', 'reply_malformed', true],
  ['truncated', 'reply_malformed', true],
  ['not-utf8', 'reply_malformed', true],
  ['oversize', 'reply_too_large', true],
  ['system-error', 'platform', false],
  ['system-error-after-executing', 'platform', true],
  ['wrong-signature', 'signature_invalid', true],
  ['no-signature', 'signature_missing', true],
  ['duplicate-fields', 'reply_malformed', true],
  ['another-order', 'reply_mismatch', true],
  ['undocumented-state', 'platform', true],
] as const;

/** Replies that name no order, so none can be another's. */
const NAMELESS: readonly ExampleName[] = ['quickPay.unbind', 'payout.balance'];

/** Where the state says besides whether there is an answer. */
const UNDOCUMENTED: Readonly<Partial<Record<ExampleName, string>>> = {
  payapply: 'reply_incomplete',
  'payout.balance': 'reply_mismatch',
};

describe('every operation in agent mode, with the real client', () => {
  it.each(NAMES.filter((name) => wireOf(name) === 'envelope'))('%s works', async (name) => {
    const { outcome } = await call(name, 'agent');
    expect(outcome).toMatchObject({ status: exampleOf(name).status, authenticated: true });
  });
});

/** What a client makes of a fault. */
function expected(name: ExampleName, fault: string, cause: string): object {
  if (fault === 'no-signature' && wireOf(name) === 'payout') {
    // The documents do not promise a signature there.
    return { status: exampleOf(name).status, authenticated: false };
  }
  const code = fault === 'undocumented-state' ? (UNDOCUMENTED[name] ?? cause) : cause;
  return { status: 'unknown', cause: { code } };
}

/** Whether the order is there, for an operation that places one. */
const isPlaced = (name: ExampleName, isThere: boolean) => (exampleOf(name).places ? { isThere } : {});

describe('every operation, every fault', () => {
  describe.each(FAULTS)('%s', (fault, cause, executed) => {
    const possible = CALLS.filter(([name]) => fault !== 'another-order' || !NAMELESS.includes(name));
    it.each(possible)('%s, %s', async (name, mode) => {
      expect(await call(name, mode, {}, { fault })).toMatchObject({
        outcome: expected(name, fault, cause),
        ...isPlaced(name, executed),
      });
    });
  });

  it.each(NAMELESS)('%s cannot be about another order', async (name) => {
    await expect(call(name, 'direct', {}, { fault: 'another-order' })).rejects.toThrow(ConfigurationError);
  });

  it.each(CALLS)('%s, %s: delay', async (name, mode) => {
    const next = setting.next();
    const hasty = await createClients(next.sandbox, 0.1);
    const input = await exampleOf(name).prepare(next);
    next.sandbox.misbehave({ operation: name, fault: 'delay', delaySeconds: 60 });
    const outcome = await callOperation(hasty, name, input, mode);
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code: 'timeout' } });
  });

  it.each(
    CALLS.flatMap(([name, mode]) => {
      const wire = wireOf(name);
      if (wire === 'envelope') return [];
      const particular =
        wire === 'payout'
          ? [['wrong-encryption', 'decryption_failed']]
          : [
              ['doctype', 'reply_malformed'],
              ['other-algorithm', 'signature_invalid'],
            ];
      return particular.map(([fault, code]) => [name, mode, fault, code] as const);
    }),
  )('%s, %s: %s', async (name, mode, fault, code) => {
    const { outcome } = await call(name, mode, {}, { fault });
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code } });
  });
});

/** What the operation can be refused with, in the header of an envelope or otherwise. */
function documentedErrors(name: string): ErrorCodes {
  const definition = definitionOf(name);
  const { headerErrors = {} } = definition as MmspOperationDescription;
  return { ...definition.errors, ...headerErrors };
}

/** Where a refusal in the body is a state, it is a failure only if the operation has such a state. */
function canFail(name: string): boolean {
  return Object.values(definitionOf(name).states.values).some(({ status }) => status === 'failed');
}

/** What is documented, but says that it happened or may yet happen. */
const isRefusal = ([code, { class: kind }]: readonly [string, ErrorCode]) =>
  kind !== 'pending' && code !== '00';

/**
 * What a client makes of a documented refusal. This tests that each code travels through every operation: how a code is
 * classed is read from the definition itself, and tested by the tables in `payout/errors.test.ts` and the `states.test.ts`
 * of the other products.
 */
function refused(name: ExampleName, code: string, { class: kind, meaning }: ErrorCode): object {
  const error = { code, listed: true, message: meaning.zh };
  // D4 comes with a state, which may be about the order; whatever else refuses a question is not.
  const isFailed = kind === 'failed' && (code === 'D4' ? canFail(name) : definitionOf(name).role !== 'query');
  return isFailed ? { status: 'failed', error } : { status: 'unknown', cause: { code: 'platform', error } };
}

describe('every operation, every documented code', () => {
  it.each(CALLS)('%s, %s', async (name, mode) => {
    const codes = Object.entries(documentedErrors(name)).filter(isRefusal);
    expect(codes).not.toEqual([]);
    for (const [code, row] of codes) {
      expect({ code, ...(await call(name, mode, {}, { fault: 'refuse', code })) }).toMatchObject({
        code,
        outcome: refused(name, code, row),
        ...isPlaced(name, false),
      });
    }
  });

  it.each(NAMES.filter((name) => exampleOf(name).text !== undefined))(
    '%s, by a magic value',
    async (name) => {
      const code = { transit: 'PARAM_ERROR', envelope: '-3005', payout: '1012' }[wireOf(name)];
      const { text = '' } = exampleOf(name);
      const { outcome } = await call(name, 'direct', { [text]: `REFUSE_${code}` });
      const error = { code, listed: true };
      expect(outcome).toMatchObject(
        definitionOf(name).role === 'query'
          ? { status: 'unknown', cause: { error } }
          : { status: 'failed', error },
      );
    },
  );

  it.each(NAMES)('%s: a code that no document lists', async (name) => {
    const code = { transit: 'UNHEARD_OF', envelope: '-4711', payout: '4711' }[wireOf(name)];
    const { outcome } = await call(name, 'direct', {}, { fault: 'refuse', code });
    expect(outcome).toMatchObject({
      status: 'unknown',
      cause: { error: { code, listed: false, message: '业务处理失败' } },
    });
  });

  it.each(NAMES)('%s: what is no refusal cannot refuse', async (name) => {
    const codes = { transit: ['SUCCESS'], envelope: ['1', '00', 'AA'], payout: ['0000'] }[wireOf(name)];
    for (const code of [...codes, '', 'two words', 'x'.repeat(33)]) {
      await expect(call(name, 'direct', {}, { fault: 'refuse', code })).rejects.toMatchObject({
        name: 'ConfigurationError',
        issues: [{ path: 'code', message: expect.stringMatching(/refuses nothing|^must be/) }],
      });
    }
  });
});
