import type { World } from '../../internal/world.ts';
import type { EnvelopeCaller } from './behaviour.ts';

/** What every order starts with. */
export function newOrder<Fields>(
  {
    fields,
    caller,
    world,
  }: { readonly fields: Fields; readonly caller: EnvelopeCaller; readonly world: World },
  { number, amount }: { readonly number: string; readonly amount: number },
) {
  return {
    merchant: caller.MERNO,
    number,
    platformNumber: String(100_000_000_000 + world.nextNumber()),
    amount,
    fields,
    caller,
    placedAt: world.now(),
    state: 'placed' as const,
  };
}
