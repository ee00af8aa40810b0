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

/** The RSA keys of payouts. */
export const RSA_KEYS = [
  'merchantPrivateKey',
  'merchantPublicKey',
  'platformPublicKey',
  'platformPrivateKey',
] as const satisfies readonly TextInput[];

export type PrivateKeyInput = Extract<TextInput, `${string}PrivateKey`>;

/** What is not shown unless that is asked for. */
export type SecretInput = 'key' | 'agentKey' | PrivateKeyInput;

export function isPrivateKey(name: TextInput): name is PrivateKeyInput {
  return name.endsWith('PrivateKey');
}

export function hasRsaKey(inputs: Inputs): boolean {
  return RSA_KEYS.some((name) => inputs[name] !== '');
}

/** The keys among it. */
export function keysOf(inputs: Inputs): readonly string[] {
  return (['key', 'agentKey', ...RSA_KEYS] as const).map((name) => inputs[name]);
}

/** Of what is typed, that which is not empty. */
export function optionsOf(inputs: Inputs): DiagnoseOptions {
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== ''));
}
