import type { SearchMessage } from '../../search/message.ts';
import type { Rewrite } from '../../search/plan.ts';
import { type Value, withValue } from '../../search/value.ts';
import { everySigned } from '../fields/signed.ts';
import type { Variant } from '../mistake.ts';

/** A variant for each way to change all values, where it changes any; after the first two less likely. */
export function everyValue(
  ...maps: readonly ((value: Value) => Value)[]
): (message: SearchMessage) => Variant[] {
  return (message) => {
    const signed = everySigned(message);
    return maps.flatMap((map, index) => {
      const rewrite: Rewrite = (member) => withValue(member, map(member.value));
      const changed = signed.filter((member) => rewrite(member) !== member);
      return changed.length === 0 ? [] : [{ set: { values: rewrite }, extra: index < 2 ? 0 : index < 10 ? 1 : 2 }];
    });
  };
}
