import type { MmspOperation } from '@yinjian/mmsp';
import type { TransitDefinition } from '../wechat-transit/behaviour.ts';

/** The operations among what a provider exports for one product. */
export function operationsAmong(exports: object): MmspOperation[] {
  return Object.values(exports).filter(isOperation);
}

/** The operations among what a provider exports that exist in both modes. */
export function definitionsAmong(exports: object): TransitDefinition[] {
  return Object.values(exports).filter(
    (value: unknown): value is TransitDefinition =>
      isObject(value) && isOperation(value['partner']) && isOperation(value['direct']),
  );
}

/** A notification has no request. */
function isOperation(value: unknown): value is MmspOperation {
  return isObject(value) && isObject(value['request']) && isObject(value['reply']) && 'role' in value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What the platform does with each operation: what is particular to it, or what comes of its definition alone. */
export function behavioursOf<Behaviour>(
  operations: readonly MmspOperation[],
  own: Readonly<Record<string, Behaviour>>,
  byDefault: (operation: MmspOperation) => Behaviour,
): Behaviour[] {
  return operations.map((operation) => own[operation.name] ?? byDefault(operation));
}
