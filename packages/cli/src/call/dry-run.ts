import {
  canonicalizeJson,
  decodeFlatXml,
  encodeFlatXml,
  type JsonObject,
  readJsonMembers,
} from '@yinjian/protocol-codec';
import type { Fetch, RequestEvent } from '@yinjian/provider-kit';

/** A request that was built and not sent. */
export interface UnsentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** With personal and card data masked, the signature is not that of the body. */
  readonly body: string;
  /** What it carries; of a payout, before it is encrypted. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Whether only the fields tell what a request holds. */
export function isEncrypted({ body }: Pick<UnsentRequest, 'body'>): boolean {
  return body.startsWith('{') && readJsonMembers(body).has('ENCRYPT');
}

/** A `fetch` that sends nothing and keeps what it was given. */
export function createRecorder() {
  let recorded: Pick<UnsentRequest, 'method' | 'url' | 'headers' | 'body'> | undefined;
  let fields: UnsentRequest['fields'] = {};
  const fetch: Fetch = async (url, { method = '', headers, body }) => {
    recorded = { method, url, headers: headers as Readonly<Record<string, string>>, body: body as string };
    throw new TypeError('not sent');
  };
  return {
    fetch,
    onRequest: (event: RequestEvent) => {
      fields = event.fields;
    },
    /** What would have been sent, with personal and card data masked unless they are to be shown. */
    request: (showsSecrets: boolean): UnsentRequest | undefined =>
      recorded && { ...recorded, body: showsSecrets ? recorded.body : masked(recorded.body, fields), fields },
  };
}

/** The same message with the values that a log may have. What a payout encrypts cannot be seen anyway. */
function masked(body: string, fields: UnsentRequest['fields']): string {
  if (body.startsWith('<')) {
    const sent = decodeFlatXml(body);
    const shown = { ...fields, sign: sent.get('sign') } as Readonly<Record<string, string>>;
    return encodeFlatXml(new Map([...sent.keys()].map((name) => [name, shown[name] ?? ''])));
  }
  if (isEncrypted({ body })) return body;
  const shown = readJsonMembers(body).set('Body', canonicalizeJson(fields as JsonObject));
  return `{${[...shown].map(([name, raw]) => `${JSON.stringify(name)}:${raw}`).join(',')}}`;
}
