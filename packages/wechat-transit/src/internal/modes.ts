import { type Fields, optional, type RequestFields } from '@yinjian/provider-kit';
import { sub_appid, sub_mch_id } from '../fields.ts';
import type { TransitOperation } from '../operation.ts';

const subMerchant = { sub_mch_id, sub_appid: optional(sub_appid) };

type WithSubMerchant<R> = R & { readonly fields: typeof subMerchant };

type Definition<R extends RequestFields, Reply extends Fields> = Omit<
  TransitOperation<R, Reply>,
  'mode' | 'path' | 'echoes'
> & {
  readonly paths: { readonly partner: string; readonly direct: string };
  /** Besides the merchant's identity, which every reply must repeat. */
  readonly echoes?: readonly string[];
};

/** One definition, two operations: partner mode has a sub-merchant and another path, nothing else differs. */
export function inBothModes<const R extends RequestFields, Reply extends Fields>(
  definition: Definition<R, Reply>,
) {
  const { paths, echoes = [], ...common } = definition;
  const identity = ['appid', 'mch_id', ...echoes];
  const partner: TransitOperation<WithSubMerchant<R>, Reply> = {
    ...common,
    mode: 'partner',
    path: paths.partner,
    echoes: [...identity, 'sub_mch_id', 'sub_appid'],
    request: { ...definition.request, fields: { ...definition.request.fields, ...subMerchant } },
  };
  const direct: TransitOperation<R, Reply> = {
    ...common,
    mode: 'direct',
    path: paths.direct,
    echoes: identity,
  };
  return { partner, direct };
}
