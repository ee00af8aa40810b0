import type { Account } from '../mmsp/account.ts';
import type { ResolvedSandboxOptions } from '../sandbox-options.ts';
import type { Notifier } from './notifier.ts';
import type { PayerPages } from './payer-pages.ts';
import type { PlatformKeys } from './platform-keys.ts';
import type { RandomText } from './random-text.ts';
import type { Scheduler } from './scheduler.ts';

/** What all operations share. */
export interface World {
  readonly options: ResolvedSandboxOptions;
  readonly now: () => Date;
  readonly random: RandomText;
  /** 1, 2, 3 …: makes the platform's order numbers unique. */
  readonly nextNumber: () => number;
  readonly scheduler: Scheduler;
  readonly notifier: Notifier;
  readonly platformKeys: PlatformKeys;
  /** What the merchant of MMSP has. */
  readonly account: Account;
  /** Where a browser pays. */
  readonly pages: PayerPages;
}
