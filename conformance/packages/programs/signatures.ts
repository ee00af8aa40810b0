import {
  decryptRsaPkcs1,
  encryptRsaPkcs1,
  generateRsaKeyPair,
  importRsaPrivateKey,
  importRsaPublicKey,
  signSha1WithRsa,
  verifySha1WithRsa,
} from '@yinjian/crypto-webcrypto';
import { sign as signBody, verifySign as verifyBody } from '@yinjian/mmsp';
import { NotificationError, verifyNotification } from '@yinjian/mmsp/quick-pay';
import { canonicalizeJson, decodeUtf8, encodeUtf8 } from '@yinjian/protocol-codec';
import { sign, verifySign } from '@yinjian/wechat-transit';

/** The example of WeChat's own documents, 签名算法. */
const FIELDS = {
  appid: 'wxd930ea5d5a258f4f',
  mch_id: '10000100',
  device_info: '1000',
  body: 'test',
  nonce_str: 'ibuaiVcKdpRxkhJA',
};
const WECHAT_KEY = '192006250b4c09247ec02edce69f6a2d';
const MD5_KEY = 'ea21842eea24e448b991b1cb0a0294cf';

/** Signs and verifies with everything that is there; `EXPECTED_SIGNATURES` is what comes out. */
export async function signatures(): Promise<Readonly<Record<string, unknown>>> {
  const signature = sign(FIELDS, WECHAT_KEY, 'HMAC-SHA256');
  const message = new Map([...Object.entries(FIELDS), ['sign', signature]]);
  const forged = new Map([...message, ['body', 'TEST']]);
  const body = '{"MERORDERID":"1","AMT":"1","GOODSNAME":"早餐/\\u00e9"}';
  const { publicKey, privateKey } = await newKeys();
  const text = encodeUtf8('印鉴');
  const seal = await signSha1WithRsa(text, privateKey);
  const opened = await decryptRsaPkcs1(await encryptRsaPkcs1(text, publicKey), privateKey);
  return {
    md5: sign(FIELDS, WECHAT_KEY, 'MD5'),
    hmac: signature,
    genuine: verifySign(message, WECHAT_KEY, 'HMAC-SHA256'),
    forged: verifySign(forged, WECHAT_KEY, 'HMAC-SHA256'),
    canonical: canonicalizeJson(body),
    body: verifyBody(body, signBody(body, MD5_KEY), MD5_KEY),
    notification: refusalOf(
      '{"CommandID":35104,"Body":{"STATUS":"1"},"Sign":"00000000000000000000000000000000"}',
    ),
    rsa: await verifySha1WithRsa(text, seal, publicKey),
    rsaForged: await verifySha1WithRsa(encodeUtf8('印鑑'), seal, publicKey),
    opened: decodeUtf8(opened),
  };
}

export const EXPECTED_SIGNATURES = {
  md5: '9A0A8659F005D6984697E2CA0A9CF3B7',
  hmac: '6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6',
  genuine: true,
  forged: false,
  canonical: '{"AMT":"1","GOODSNAME":"早餐\\/é","MERORDERID":"1"}',
  body: true,
  notification: 'signature_invalid',
  rsa: true,
  rsaForged: false,
  opened: '印鉴',
};

async function newKeys() {
  const pem = await generateRsaKeyPair();
  return {
    publicKey: await importRsaPublicKey(pem.publicKeyPem),
    privateKey: await importRsaPrivateKey(pem.privateKeyPem),
  };
}

function refusalOf(message: string): string {
  try {
    return verifyNotification(message, { md5Key: MD5_KEY }).status;
  } catch (error) {
    return error instanceof NotificationError ? error.code : String(error);
  }
}
