import { RsaPrivateKey, RsaPublicKey } from '@yinjian/crypto-webcrypto';
import { ConfigurationError, type Issue, misspeltOptions } from '@yinjian/provider-kit';
import type { ExplainOptions } from '../types/explanation.ts';

/**
 * A copy of the options that later changes to the caller's object do not reach.
 *
 * @throws ConfigurationError for values of the wrong type, and for names that are no option; never for a key that cannot
 * be read, which is a problem of the explanation.
 */
export function checkExplainOptions(message: unknown, options: unknown): ExplainOptions {
  const issues: Issue[] = [];
  const refuse = (path: string, code: Issue['code'], words: string) =>
    issues.push({ path, code, message: words });
  if (typeof message !== 'string') refuse('message', 'wrong_type', 'must be text');
  const isObject = typeof options === 'object' && options !== null;
  if (!isObject) refuse('', 'wrong_type', 'the options must be an object');
  else issues.push(...misspeltOptions(options, Object.keys(OPTIONS)));
  const given: Partial<Record<keyof ExplainOptions, unknown>> = isObject ? { ...options } : {};
  for (const name of TEXTS) {
    const value = given[name];
    if (value === undefined) continue;
    if (typeof value !== 'string') refuse(name, 'wrong_type', 'must be text');
    else if (/[\ud800-\udfff]/u.test(value))
      refuse(name, 'invalid_value', 'must not hold half a surrogate pair');
  }
  for (const [name, kind] of RSA_KEYS) {
    const value = given[name];
    if (value === undefined || typeof value === 'string' || value instanceof kind) continue;
    refuse(name, 'wrong_type', 'must be a PEM text or what importing one resolves to');
  }
  for (const [name, values] of CHOICES) {
    const value = given[name];
    if (value === undefined || values.includes(value)) continue;
    refuse(name, 'invalid_value', `must be ${values.join(' or ')}`);
  }
  if (issues.length > 0) throw new ConfigurationError(issues);
  return given as ExplainOptions;
}

const OPTIONS: Readonly<Record<keyof ExplainOptions, true>> = {
  key: true,
  agentKey: true,
  merchantPrivateKey: true,
  merchantPublicKey: true,
  platformPublicKey: true,
  platformPrivateKey: true,
  signType: true,
  signature: true,
  platform: true,
};

const TEXTS = ['key', 'agentKey', 'signature'] as const;

const RSA_KEYS = [
  ['merchantPrivateKey', RsaPrivateKey],
  ['merchantPublicKey', RsaPublicKey],
  ['platformPublicKey', RsaPublicKey],
  ['platformPrivateKey', RsaPrivateKey],
] as const;

const CHOICES: readonly (readonly [keyof ExplainOptions, readonly unknown[]])[] = [
  ['signType', ['MD5', 'HMAC-SHA256']],
  ['platform', ['mmsp', 'wechat-transit']],
];
