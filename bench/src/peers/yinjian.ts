import { decryptRsaPkcs1, importRsaPrivateKey } from '@yinjian/crypto-webcrypto';
import * as mmsp from '@yinjian/mmsp';
import { canonicalizeJson, decodeFlatXml, encodeFlatXml } from '@yinjian/protocol-codec';
import {
  buildRequest,
  type Credentials,
  payapply,
  queryorder,
  readReply,
  sign,
  verifySign,
} from '@yinjian/wechat-transit';
import { encrypted, privatePem } from '../work/payout.ts';
import * as quickPay from '../work/quick-pay.ts';
import { KEY, replies, requests, type SignType } from '../work/wechat.ts';
import { bySignType, type Library } from './library.ts';

const key = await importRsaPrivateKey(privatePem);
const ciphertext = new Uint8Array(Buffer.from(encrypted, 'base64'));

function build(signType: SignType) {
  const { fields } = requests[signType];
  return () => encodeFlatXml({ ...fields, sign: sign(fields, KEY, signType) });
}

function read(signType: SignType, xml: string) {
  return () => {
    const fields = decodeFlatXml(xml);
    if (!verifySign(fields, KEY, signType)) throw new Error('not authentic');
    return fields;
  };
}

function verify(signType: SignType, xml: string) {
  const fields = decodeFlatXml(xml);
  return () => verifySign(fields, KEY, signType);
}

function credentials(sign_type: SignType): Credentials {
  const { appid = '', mch_id = '' } = requests[sign_type].fields;
  return { mode: 'partner', appid, mch_id, key: KEY, sign_type };
}

function wholeBuild(signType: SignType) {
  const { fields } = requests[signType];
  const input = {
    sub_mch_id: '10000100',
    body: '地铁代扣',
    out_trade_no: '217752501201407033233368018',
    total_fee: 888,
    spbill_create_ip: '8.8.8.8',
    notify_url: 'http://yoursite.com/wxpay.html',
    trade_type: 'PAP',
    contract_id: 'Wx15463511252015071056489715',
    trade_scene: 'METRO',
    scene_info: {
      start_time: '20170826114339',
      end_time: '20170826114339',
      qrcode_hash: 'a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6',
      start_station: '西单',
      end_station: '天安门西',
    },
    version: '2.0',
  } as const;
  const options = { nonce: () => fields['nonce_str'] ?? '' };
  return () => buildRequest(payapply.partner, input, credentials(signType), options).request.body;
}

function wholeRead(signType: SignType, xml: string) {
  const bytes = new TextEncoder().encode(xml);
  const { sub_mch_id = '', out_trade_no = '' } = requests[signType].fields;
  const { sent } = buildRequest(queryorder.partner, { sub_mch_id, out_trade_no }, credentials(signType));
  return () => {
    const outcome = readReply(queryorder.partner, bytes, credentials(signType), sent);
    if (outcome.status !== 'succeeded') throw new Error(outcome.status);
    return outcome.data;
  };
}

export const library: Library = {
  jobs: {
    ...bySignType('build', build),
    ...bySignType('read', (signType) => read(signType, replies[signType].xml)),
    ...bySignType('sign', (signType) => () => sign(requests[signType].fields, KEY, signType)),
    ...bySignType('verify', (signType) => verify(signType, replies[signType].xml)),
    ...bySignType('whole build', wholeBuild),
    ...bySignType('whole read', (signType) => wholeRead(signType, replies[signType].xml)),
    'canonical object': () => canonicalizeJson(quickPay.body),
    'canonical text': () => canonicalizeJson(quickPay.text),
    'canonical PHP text': () => canonicalizeJson(quickPay.phpText),
    'canonical Python text': () => canonicalizeJson(quickPay.pythonText),
    'canonical pretty text': () => canonicalizeJson(quickPay.prettyText),
    'MMSP sign': () => mmsp.sign(quickPay.body, quickPay.MD5_KEY),
    'MMSP verify': () => mmsp.verifySign(quickPay.text, quickPay.signature, quickPay.MD5_KEY),
    decrypt: async () => Buffer.from(await mmsp.payout.open(encrypted, key)).toString(),
    'decrypt bytes': () => decryptRsaPkcs1(ciphertext, key),
  },
  forgeries: {
    ...bySignType('read', (signType) => read(signType, replies[signType].forged)),
    ...bySignType('verify', (signType) => verify(signType, replies[signType].forged)),
    ...bySignType('whole read', (signType) => wholeRead(signType, replies[signType].forged)),
    'MMSP verify': () => mmsp.verifySign(quickPay.forgedText, quickPay.signature, quickPay.MD5_KEY),
  },
};
