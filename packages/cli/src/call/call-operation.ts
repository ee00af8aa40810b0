import type { Title, Warning } from '@yinjian/provider-kit';
import type { CatalogEntry } from '../catalog.ts';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import type { Arguments } from '../keys.ts';
import { createCertificateFetch } from './certificate-fetch.ts';
import { checkInput } from './check-input.ts';
import { type AnyOutcome, createCallable, type Form } from './client.ts';
import { confirm } from './confirm.ts';
import { createRecorder, type UnsentRequest } from './dry-run.ts';
import { type Endpoint, openEndpoint } from './endpoint.ts';
import { findIdentity } from './merchant.ts';
import { type Input, readFields } from './read-fields.ts';

/** What a call on the command line comes to. */
export type CallResult = {
  readonly url: string;
  /** Of the call's own, another one that was named, or none. */
  readonly sandbox: 'own' | 'named' | 'none';
  readonly warnings: readonly Warning[];
  /** Why nobody can have answered. */
  readonly unreachable?: Title;
} & (
  | { readonly kind: 'outcome'; readonly outcome: AnyOutcome }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'request'; readonly request: UnsentRequest }
);

/** @throws CliError and what the library refuses, before anything is sent. */
export async function callOperation(
  entry: CatalogEntry,
  fields: readonly string[],
  args: Arguments,
  context: Context,
): Promise<CallResult> {
  const input = await readFields(fields, args['fields'] as string | undefined, entry);
  const endpoint = await openEndpoint(entry, args);
  try {
    fillSubMerchant(input, entry, endpoint, args, context);
    checkInput(entry, input);
    return await send(entry, input, endpoint, args, context);
  } finally {
    await endpoint.close();
  }
}

async function send(
  entry: CatalogEntry,
  input: Input,
  endpoint: Endpoint,
  args: Arguments,
  context: Context,
): Promise<CallResult> {
  const isDryRun = args['dry-run'] === true;
  const recorder = createRecorder();
  let warnings: readonly Warning[] = [];
  const callable = await createCallable(entry, endpoint, args, context, {
    ...(isDryRun
      ? { fetch: recorder.fetch, certificateFetch: recorder.fetch }
      : await certificateOptions(entry, endpoint, args)),
    ...(args['deadline'] === undefined ? {} : { deadlineSeconds: Number(args['deadline']) }),
    hooks: {
      onRequest: (event) => {
        recorder.onRequest(event);
        warnings = event.warnings;
      },
    },
  });
  const common = {
    url: endpoint.url,
    sandbox: endpoint.sandbox === undefined ? 'none' : endpoint.sandbox.isOwn ? 'own' : 'named',
    ...(endpoint.unreachable === undefined ? {} : { unreachable: endpoint.unreachable.text }),
  } as const;
  if (endpoint.unreachable !== undefined && (isDryRun || callable.form !== undefined))
    throw endpoint.unreachable;
  if (callable.form !== undefined) {
    return { ...common, kind: 'form', form: await callable.form(input), warnings };
  }
  if (!isDryRun && entry.movesMoney && endpoint.sandbox === undefined && args['yes'] !== true) {
    await confirm(entry, endpoint.url, input, context);
  }
  const outcome = await untilInterrupted((signal) =>
    callable.call(input, { signal, ...(args['repeat'] === true ? { repeat: true } : {}) }),
  );
  const request = isDryRun ? recorder.request(args['show-secrets'] === true) : undefined;
  if (request !== undefined) return { ...common, kind: 'request', request, warnings };
  return { ...common, kind: 'outcome', outcome, warnings };
}

/** Ctrl-C ends the wait and not the program: what became of a request that is out must be told. */
async function untilInterrupted<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = () => controller.abort();
  process.once('SIGINT', interrupt);
  try {
    return await call(controller.signal);
  } finally {
    process.off('SIGINT', interrupt);
  }
}

async function certificateOptions(
  { name, needsCertificate }: CatalogEntry,
  { sandbox }: Endpoint,
  args: Arguments,
) {
  const certFile = args['cert-file'] as string | undefined;
  const keyFile = args['cert-key-file'] as string | undefined;
  if (certFile !== undefined && keyFile !== undefined) {
    return { certificateFetch: await createCertificateFetch(certFile, keyFile) };
  }
  if (!needsCertificate) return {};
  // Over plain HTTP a sandbox cannot ask for one.
  if (sandbox !== undefined)
    return { certificateFetch: (url: string, init: RequestInit) => fetch(url, init) };
  throw new CliError('usage', {
    en: `${name} needs the merchant's client certificate: --cert-file and --cert-key-file.`,
    zh: `${name} 需要商户的客户端证书：--cert-file 与 --cert-key-file。`,
  });
}

/** Whom a service provider acts for is a field of every request, and part of who calls. */
function fillSubMerchant(
  input: Input,
  entry: CatalogEntry,
  { sandbox }: Endpoint,
  args: Arguments,
  context: Context,
): void {
  if (entry.platform !== 'wechat-transit' || entry.mode !== 'partner') return;
  const known =
    sandbox?.merchants.wechatTransit.partner.sub_mch_id ?? findIdentity('sub_mch_id', args, context);
  if (known !== undefined) input['sub_mch_id'] ??= known;
}
