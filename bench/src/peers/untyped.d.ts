/* What is used here of libraries without types. */

declare module 'tenpay' {
  type Fields = Readonly<Record<string, string>>;
  export default class Payment {
    constructor(config: { appid: string; mchid: string; partnerKey: string });
    _getSign(fields: Fields, signType: string): string;
    _parse(xml: string, type: string, signType: string): Promise<Fields>;
  }
}

declare module 'tenpay/lib/util.js' {
  export function buildXML(fields: Readonly<Record<string, string>>): string;
}

declare module 'node-forge' {
  interface PrivateKey {
    decrypt(bytes: string, scheme: 'RSAES-PKCS1-V1_5'): string;
  }
  const forge: {
    readonly pki: { privateKeyFromPem(pem: string): PrivateKey };
    readonly util: { decode64(text: string): string; decodeUtf8(bytes: string): string };
  };
  export default forge;
}
