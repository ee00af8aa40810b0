import type { FieldDescription, States } from '@yinjian/provider-kit';
import type { Recognised } from '../../types/recognised.ts';
import type { Subject } from '../../types/subject.ts';

/** What is known of a message once the layers around it are off. */
export interface Draft {
  readonly recognised: Omit<Recognised, 'containers'>;
  readonly subject?: Subject;
  readonly fields: readonly FieldDescription[];
  /** What the state field means. */
  readonly states?: States;
  /** The key among the fields of a signing text. */
  readonly pastedKey?: string;
}

/** What is known of the fields of a message. */
export function tableOf(
  fields: readonly FieldDescription[],
  states: States | undefined,
): Pick<Draft, 'fields' | 'states'> {
  return { fields, ...(states === undefined ? {} : { states }) };
}
