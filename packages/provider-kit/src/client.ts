import { randomNonce } from '@yinjian/crypto-webcrypto';
import { ConfigurationError, type Issue } from './errors.ts';
import { exchange, type Fetch, type HttpRequest } from './exchange.ts';
import type { FillContext } from './field.ts';
import type { Operation, OperationInput, OperationOutcome } from './operation.ts';
import { OrderMemory } from './order-memory.ts';
import { type Outcome, unknownCause, unknownOutcome } from './outcome.ts';
import { allRequestFields, redactFields } from './redact.ts';
import { encodeRequestFields, refusedByCodec, type WireFields } from './request-fields.ts';

/** What every client takes. Nothing is global: two clients share nothing. */
export interface ClientOptions {
  /** Used for every exchange. Default: the runtime's `fetch`. */
  readonly fetch?: Fetch;
  /** A `fetch` that presents the merchant's TLS client certificate, for the operations that need one. */
  readonly certificateFetch?: Fetch;
  /** Until the whole reply must be there, in seconds. Default: 15. */
  readonly deadlineSeconds?: number;
  /** The largest reply that is read, in bytes. Default: 1 MiB. */
  readonly maxReplyBytes?: number;
  /** Default: the system clock. */
  readonly clock?: () => Date;
  /** 32 characters of base62, different each time. Default: `randomNonce`. */
  readonly nonce?: () => string;
  readonly hooks?: Hooks;
}

/** Called around every exchange. Card and personal data are redacted; what a hook throws is ignored. */
export interface Hooks {
  readonly onRequest?: (event: RequestEvent) => void;
  readonly onOutcome?: (event: OutcomeEvent) => void;
}

export interface RequestEvent {
  readonly operation: string;
  readonly url: string;
  /** What is sent, redacted. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface OutcomeEvent extends RequestEvent {
  /** What came back, its data redacted. */
  readonly outcome: Outcome<Readonly<Record<string, unknown>>>;
  readonly milliseconds: number;
}

export interface CallOptions {
  /** Ends the wait. If the request was already handed to `fetch`, the outcome is `unknown`, not failed. */
  readonly signal?: AbortSignal;
}

/** How one product of a platform puts operations on the wire and reads what comes back. */
export interface Wire {
  /** The fields that come from the configuration. */
  provided(operation: Operation): WireFields;
  build(operation: Operation, fields: WireFields): HttpRequest | Promise<HttpRequest>;
  read(operation: Operation, sent: WireFields, bytes: Uint8Array): Outcome<object> | Promise<Outcome<object>>;
}

/** Calls any operation of one wire. */
export type Caller = <O extends Operation>(
  operation: O,
  input: OperationInput<O>,
  options?: CallOptions,
) => Promise<OperationOutcome<O>>;

const DEADLINE_SECONDS = 15;
const MAX_REPLY_BYTES = 1_048_576;

/** Fills in the defaults. */
export function resolveClientOptions(options: ClientOptions) {
  const issues: Issue[] = [];
  const deadlineSeconds = options.deadlineSeconds ?? DEADLINE_SECONDS;
  const maxReplyBytes = options.maxReplyBytes ?? MAX_REPLY_BYTES;
  if (!(deadlineSeconds > 0 && deadlineSeconds <= 3600)) {
    issues.push({
      path: 'deadlineSeconds',
      code: 'invalid_value',
      message: 'must be above 0 and at most 3600',
    });
  }
  if (!(Number.isSafeInteger(maxReplyBytes) && maxReplyBytes > 0)) {
    issues.push({ path: 'maxReplyBytes', code: 'invalid_value', message: 'must be a positive whole number' });
  }
  if (issues.length > 0) throw new ConfigurationError(issues);
  return {
    fetch: options.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init)),
    certificateFetch: options.certificateFetch,
    deadlineSeconds,
    maxReplyBytes,
    now: options.clock ?? (() => new Date()),
    nonce: options.nonce ?? (() => randomNonce()),
    hooks: options.hooks ?? {},
  };
}

/** `ClientOptions` with every default filled in. */
export type ResolvedClientOptions = ReturnType<typeof resolveClientOptions>;

/** The one path every call takes: check, remember, build, exchange, read. */
export function createCaller(options: ResolvedClientOptions, wire: Wire): Caller {
  const orders = new OrderMemory();
  const context: FillContext = { now: options.now, nonce: options.nonce };

  return async (operation, input, { signal } = {}) => {
    const fields = encodeRequestFields(operation.name, operation.request, input, {
      ...context,
      provided: wire.provided(operation),
    });
    const fetch = operation.needsCertificate ? options.certificateFetch : options.fetch;
    if (fetch === undefined) {
      const message = `is required: ${operation.name} needs the merchant's client certificate`;
      throw new ConfigurationError(
        [{ path: 'certificateFetch', code: 'missing', message }],
        'certificate_required',
      );
    }
    let request: HttpRequest;
    try {
      orders.claim(operation, fields);
      request = await wire.build(operation, fields);
    } catch (error) {
      throw refusedByCodec(operation.name, error);
    }
    const event = {
      operation: operation.name,
      url: request.url,
      fields: redactFields(fields, allRequestFields(operation.request)),
    };
    quietly(() => options.hooks.onRequest?.(event));
    const started = options.now().getTime();
    const { deadlineSeconds, maxReplyBytes: maxBytes } = options;
    const result = await exchange(request, { fetch, deadlineSeconds, maxBytes, signal });
    const outcome = result.ok
      ? await readSafely(wire, operation, fields, result.bytes)
      : unknownOutcome(result.cause, operation.whenUnknown);
    const milliseconds = options.now().getTime() - started;
    quietly(() =>
      options.hooks.onOutcome?.({ ...event, outcome: redactOutcome(operation, outcome), milliseconds }),
    );
    return outcome as OperationOutcome<typeof operation>;
  };
}

/** The request is out: from here on nothing may throw, or the caller would lose track of a payment. */
async function readSafely(
  wire: Wire,
  operation: Operation,
  sent: WireFields,
  bytes: Uint8Array,
): Promise<Outcome<object>> {
  try {
    return await wire.read(operation, sent, bytes);
  } catch {
    return unknownOutcome(unknownCause('reply_malformed'), operation.whenUnknown);
  }
}

function redactOutcome(
  operation: Operation,
  outcome: Outcome<object>,
): Outcome<Readonly<Record<string, unknown>>> {
  if (!('data' in outcome)) return outcome as Outcome<never>;
  return { ...outcome, data: redactFields(outcome.data as Record<string, unknown>, operation.reply) };
}

function quietly(hook: () => void): void {
  try {
    hook();
  } catch {
    // What a log does must not decide what becomes of a payment.
  }
}
