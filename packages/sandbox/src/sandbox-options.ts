import { ConfigurationError, type Issue } from '@yinjian/provider-kit';

export interface SandboxOptions {
  /** Where to listen. Default: `127.0.0.1`. */
  readonly host?: string;
  /** Default: 0, which takes any free port. */
  readonly port?: number;
  /**
   * Multiplies every documented pause, and every wait until an order is settled: 1 is real time, 0.001 turns seconds
   * into milliseconds. Does not touch clocks, nor the delay of a fault or the time a notification waits for its
   * answer, because a client's own deadlines are in real time. Default: 1.
   */
  readonly timeScale?: number;
  /** Told in one line what was asked and answered. Never holds personal data or keys. */
  readonly log?: (line: string) => void;
  /** For every time that is written into a message. Default: the system clock. */
  readonly clock?: () => Date;
  /** A source of numbers from 0 up to but not including 1, for nonces and text message codes. Default: `Math.random`. */
  readonly random?: () => number;
  /** Whether payout replies carry a `SIGN`; the documents do not promise one. Default: true. */
  readonly signPayoutReplies?: boolean;
  /** What the merchant of MMSP can pay out at first, in fen, up to 10¹⁴. Default: 1 000 000 000 000. */
  readonly payoutBalance?: number;
  /** Whether a failed deduction is told by a notice with `PAY_FAIL`; the platform may send none. Default: false. */
  readonly notifyFailedDeductions?: boolean;
  /**
   * Listens with TLS; PEM, as Node's `tls` takes it. With `ca`, operations that need the merchant's certificate are
   * refused (`[-1003]`) where none by that authority is shown. Default: plain HTTP, without that check.
   */
  readonly tls?: { readonly key: string; readonly cert: string; readonly ca?: string };
  /** How long a notification waits for its answer, in real seconds. Default: 5. */
  readonly notificationTimeoutSeconds?: number;
}

/** In fen: leaves room for what payers pay within the 15 digits of an amount. */
const MOST_MONEY = 100_000_000_000_000;

export type ResolvedSandboxOptions = Required<Omit<SandboxOptions, 'tls'>> & Pick<SandboxOptions, 'tls'>;

/** @throws ConfigurationError naming every unusable option. */
export function resolveSandboxOptions(options: SandboxOptions): ResolvedSandboxOptions {
  const resolved: ResolvedSandboxOptions = {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    timeScale: options.timeScale ?? 1,
    log: (line) => quietly(() => options.log?.(line)),
    clock: options.clock ?? (() => new Date()),
    random: options.random ?? Math.random,
    signPayoutReplies: options.signPayoutReplies ?? true,
    payoutBalance: options.payoutBalance ?? 1_000_000_000_000,
    notifyFailedDeductions: options.notifyFailedDeductions ?? false,
    notificationTimeoutSeconds: options.notificationTimeoutSeconds ?? 5,
    ...(options.tls === undefined ? {} : { tls: options.tls }),
  };
  const issues: Issue[] = [];
  const demand = (path: keyof SandboxOptions, holds: boolean, message: string) => {
    if (!holds) issues.push({ path, code: 'invalid_value', message });
  };
  const { port, timeScale, payoutBalance, notificationTimeoutSeconds } = resolved;
  demand(
    'port',
    Number.isInteger(port) && port >= 0 && port <= 65_535,
    'must be a port number, or 0 for any',
  );
  // An hour, the longest documented pause, has to stay within the 24.8 days a timer can wait.
  demand('timeScale', timeScale >= 0 && timeScale <= 500, 'must be a number from 0 to 500');
  demand(
    'payoutBalance',
    Number.isSafeInteger(payoutBalance) && payoutBalance >= 0 && payoutBalance <= MOST_MONEY,
    `must be a whole number of fen, from 0 to ${MOST_MONEY}`,
  );
  demand(
    'notificationTimeoutSeconds',
    notificationTimeoutSeconds > 0 && notificationTimeoutSeconds <= 3600,
    'must be above 0 and at most 3600',
  );
  if (issues.length > 0) throw new ConfigurationError(issues);
  return resolved;
}

/** A log that throws must not become an error of the platform. */
function quietly(task: () => void): void {
  try {
    task();
  } catch {
    // Whoever gave the log has to see to it.
  }
}
