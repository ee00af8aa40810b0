import {
  CryptoError,
  type CryptoErrorCode,
  importRsaPrivateKey,
  importRsaPublicKey,
  RsaPrivateKey,
  RsaPublicKey,
} from '@yinjian/crypto-webcrypto';
import type { Title } from '@yinjian/provider-kit';
import type { Keys } from '../types/keys.ts';
import type { Problem } from '../types/problem.ts';

export type RsaKeyName = Exclude<keyof Keys, 'key' | 'agentKey'>;

/** Imports the RSA keys that are asked for, once each, and gathers what is wrong with them. */
export class RsaKeys {
  readonly problems: Problem[] = [];
  readonly #keys: Keys;
  readonly #imported = new Map<RsaKeyName, Promise<RsaPrivateKey | RsaPublicKey | undefined>>();

  constructor(keys: Keys) {
    this.#keys = keys;
  }

  /** @returns `undefined` where there is none, or none that can be used */
  async privateKey(name: 'merchantPrivateKey' | 'platformPrivateKey'): Promise<RsaPrivateKey | undefined> {
    const key = await this.#get(name, importRsaPrivateKey);
    return key instanceof RsaPrivateKey ? key : undefined;
  }

  /** @returns `undefined` where there is none, or none that can be used */
  async publicKey(name: 'merchantPublicKey' | 'platformPublicKey'): Promise<RsaPublicKey | undefined> {
    const key = await this.#get(name, importRsaPublicKey);
    return key instanceof RsaPublicKey ? key : undefined;
  }

  #get(name: RsaKeyName, read: (pem: string) => Promise<RsaPrivateKey | RsaPublicKey>) {
    const known = this.#imported.get(name);
    if (known !== undefined) return known;
    const imported = this.#import(name, read);
    this.#imported.set(name, imported);
    return imported;
  }

  async #import(name: RsaKeyName, read: (pem: string) => Promise<RsaPrivateKey | RsaPublicKey>) {
    const given = this.#keys[name];
    if (typeof given !== 'string') return given;
    if (given.trim() === '') return undefined;
    try {
      return await read(given);
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      this.problems.push({ severity: 'error', code: 'unreadable_key', message: inWords(name, error) });
      return undefined;
    }
  }
}

/** A problem of a key names it and never shows it; the message of a CryptoError never does either. */
function inWords(name: RsaKeyName, { code, message }: CryptoError): Title {
  return { zh: `${name} 不可用：${words[code] ?? message}`, en: `${name} cannot be used: ${message}` };
}

const words: Partial<Record<CryptoErrorCode, string>> = {
  key_text_too_long: '密钥文本超过 65536 个字符',
  not_a_key: '既不是 PEM，也不是密钥的 Base64',
  several_pem_blocks: '有多个 PEM 块，请只保留需要的一个',
  pem_label_mismatch: 'PEM 的标题与内容不符',
  unsupported_key_format: '不支持这种密钥格式',
  damaged_key: '密钥已损坏，复制时丢失或改变了字符',
  encrypted_private_key: '私钥有密码保护，请先用 openssl pkey 解除',
  private_key_instead_of_public_key: '这里应为公钥，给出的是私钥',
  public_key_instead_of_private_key: '这里应为私钥，给出的是公钥',
  certificate_instead_of_private_key: '这里应为私钥，给出的是证书',
  not_rsa: '不是 RSA 密钥',
  modulus_too_small: '密钥不足 1024 位',
  modulus_too_large: '密钥超过 16384 位',
  inconsistent_private_key: '私钥中的数字互相矛盾，至少有一个被改动',
  host_refused: '运行环境没有 Web Crypto（页面须为 HTTPS），或拒绝这种密钥',
};
