import { createClients as createClientsOf } from '../../../../packages/sandbox/src/testing/clients.ts';
import { reachableSetting } from './setting.ts';

export {
  CARD_PAYMENT,
  METRO_FARE,
  NOWHERE,
  PAYOUT,
  SCANNED_CARD,
} from '../../../../packages/sandbox/src/testing/clients.ts';

/** In seconds. Long enough for a busy machine; a test of the deadline gives its own. */
const DEADLINE_SECONDS = 20;

/** The library's clients, speaking to the live sandbox. */
export function createClients(deadlineSeconds = DEADLINE_SECONDS, setting = reachableSetting()) {
  return createClientsOf(setting, deadlineSeconds);
}
