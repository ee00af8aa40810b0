import type { SearchMessage } from '../../search/message.ts';
import { type Rewrite, unchanged } from '../../search/plan.ts';
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
      if (signed.every((member) => rewrite(member) === member)) return [];
      return [{ set: { values: rewrite }, extra: index < 2 ? 0 : index < 10 ? 1 : 2 }];
    });
  };
}

/** Makes variants less likely that change but one field: that is better named by itself. */
export function ifSeveral(
  variantsOf: (message: SearchMessage) => readonly Variant[],
): (message: SearchMessage) => Variant[] {
  return (message) =>
    variantsOf(message).map((variant) => {
      const { values = unchanged } = variant.set;
      const changed = everySigned(message).filter((member) => values(member) !== member);
      return changed.length > 1 ? variant : { ...variant, extra: (variant.extra ?? 0) + 2 };
    });
}
