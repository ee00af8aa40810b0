import type { Fields, Operation, RequestFields } from '@yinjian/provider-kit';

/** An operation of the transit API: POST of flat XML to one path. */
export interface TransitOperation<
  Request extends RequestFields = RequestFields,
  Reply extends Fields = Fields,
  Name extends string = string,
> extends Operation<Request, Reply, Name> {
  readonly mode: 'partner' | 'direct';
  readonly path: string;
}
