import { type Fields, optional, type RequestFields } from '@yinjian/provider-kit';
import { sub_appid, sub_mch_id } from '../fields.ts';
import type { TransitOperation } from '../operation.ts';

const subMerchant = { sub_mch_id, sub_appid: optional(sub_appid) };

type WithSubMerchant<R> = R & { readonly fields: typeof subMerchant };

type Definition<R extends RequestFields, Reply extends Fields, Name extends string> = Omit<
  TransitOperation<R, Reply, Name>,
  'mode' | 'path' | 'echoes'
> & {
  readonly paths: { readonly partner: string; readonly direct: string };
  /** Besides the merchant's identity, which every reply must repeat. */
  readonly echoes?: readonly string[];
};

/** One definition, two operations: partner mode has a sub-merchant and another path, nothing else differs. */
export function inBothModes<const R extends RequestFields, Reply extends Fields, const Name extends string>(
  definition: Definition<R, Reply, Name>,
) {
  const { paths, echoes = [], ...common } = definition;
  const identity = ['appid', 'mch_id', ...echoes];
  const partner: TransitOperation<WithSubMerchant<R>, Reply, Name> = {
    ...common,
    mode: 'partner',
    path: paths.partner,
    echoes: [...identity, 'sub_mch_id', 'sub_appid'],
    request: { ...definition.request, fields: { ...definition.request.fields, ...subMerchant } },
  };
  const direct: TransitOperation<R, Reply, Name> = {
    ...common,
    mode: 'direct',
    path: paths.direct,
    echoes: identity,
  };
  return { partner, direct };
}

/** The definitions of one mode. */
export type InMode<Definitions, Mode extends TransitOperation['mode']> = {
  readonly [Name in keyof Definitions]: Definitions[Name] extends InBothModes
    ? Definitions[Name][Mode]
    : never;
};

type InBothModes = Readonly<Record<TransitOperation['mode'], TransitOperation>>;

export function inMode<
  Definitions extends Readonly<Record<string, InBothModes>>,
  Mode extends TransitOperation['mode'],
>(definitions: Definitions, mode: Mode): InMode<Definitions, Mode> {
  const ofMode = Object.entries(definitions).map(([name, both]) => [name, both[mode]]);
  return Object.fromEntries(ofMode) as InMode<Definitions, Mode>;
}
