import type { Operation } from '@yinjian/provider-kit';

/**
 * Whether a refusal comes with a state that says otherwise. Who refuses before executing has no state to report, or a
 * failed one; a refusal in the clear, which anyone on the way can forge, does not outweigh «paid» or «in progress».
 */
export function contradictsRefusal(
  { states }: Pick<Operation, 'states'>,
  message: Readonly<Record<string, unknown>>,
): boolean {
  const value = message[states.field];
  if (value === undefined || value === null || value === '') return false;
  const isDocumented = typeof value === 'string' && Object.hasOwn(states.values, value);
  return !isDocumented || states.values[value]?.status !== 'failed';
}
