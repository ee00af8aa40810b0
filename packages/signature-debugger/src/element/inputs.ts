import type { DiagnoseOptions } from '../types/diagnosis.ts';

/** What is typed beside the message. Kept in memory, cleared when the element leaves the page. */
export interface Inputs {
  key: string;
  agentKey: string;
  merchantPrivateKey: string;
  merchantPublicKey: string;
  platformPublicKey: string;
  platformPrivateKey: string;
  signature: string;
  signType: '' | 'MD5' | 'HMAC-SHA256';
  theirText: string;
}

export type TextInput = Exclude<keyof Inputs, 'signType'>;

export const NOTHING_TYPED: Readonly<Inputs> = {
  key: '',
  agentKey: '',
  merchantPrivateKey: '',
  merchantPublicKey: '',
  platformPublicKey: '',
  platformPrivateKey: '',
  signature: '',
  signType: '',
  theirText: '',
};

export function hasRsaKey(inputs: Inputs): boolean {
  return [
    inputs.merchantPrivateKey,
    inputs.merchantPublicKey,
    inputs.platformPublicKey,
    inputs.platformPrivateKey,
  ].some((key) => key !== '');
}

/** The keys among it. */
export function keysOf({ signature: _, signType: __, theirText: ___, ...keys }: Inputs): readonly string[] {
  return Object.values(keys);
}

/** Of what is typed, that which is not empty. */
export function optionsOf(inputs: Inputs): DiagnoseOptions {
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== ''));
}
