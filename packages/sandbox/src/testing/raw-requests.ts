import { createHash, createHmac, createPrivateKey, createPublicKey } from 'node:crypto';
import { decodeFlatXml, encodeFlatXml } from '@yinjian/protocol-codec';
import { merchants } from '../merchants.ts';
import { decrypt, encrypt, signature } from '../mmsp/payout/seal.ts';
import type { Sandbox } from '../sandbox.ts';

export async function post(url: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  return await fetch(url, { method: 'POST', body, redirect: 'manual' });
}

/** Posts text and gives back the text of the answer. */
export async function postText(url: string, body: string): Promise<string> {
  return await (await post(url, body)).text();
}

type Values = Readonly<Record<string, string>>;

export const METRO = JSON.stringify({
  scene_info: {
    start_time: '20170826104339',
    end_time: '20170826114339',
    qrcode_hash: 'a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6',
    start_station: '西单',
    end_station: '天安门西',
  },
});

const { partner, direct } = merchants.wechatTransit;

/** A request for a deduction, in partner mode, as a merchant's own code would write it. */
export function applyFields(changes: Values = {}): Record<string, string> {
  return {
    appid: partner.appid,
    mch_id: partner.mch_id,
    sub_mch_id: partner.sub_mch_id,
    nonce_str: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    sign_type: 'HMAC-SHA256',
    body: '地铁代扣',
    out_trade_no: '1217752501201407033233368018',
    total_fee: '888',
    spbill_create_ip: '8.8.8.8',
    notify_url: 'http://127.0.0.1:9/notify',
    trade_type: 'PAP',
    contract_id: 'Wx15463511252015071056489715',
    trade_scene: 'METRO',
    scene_info: METRO,
    ...changes,
  };
}

export function applyDirectlyFields(changes: Values = {}): Record<string, string> {
  const { sub_mch_id: _, ...fields } = applyFields({
    appid: direct.appid,
    mch_id: direct.mch_id,
    ...changes,
  });
  return fields;
}

/** Written out here once more, so that the sandbox is not asked whether it agrees with itself. */
export function transitSign(fields: Values, key: string, algorithm = 'HMAC-SHA256'): string {
  const text = Object.keys(fields)
    .filter((name) => fields[name] !== '')
    .toSorted()
    .map((name) => `${name}=${fields[name]}&`)
    .join('');
  const hash = algorithm === 'MD5' ? createHash('md5') : createHmac('sha256', key);
  return hash.update(`${text}key=${key}`).digest('hex').toUpperCase();
}

/** Signs and posts fields; gives back the fields of the reply. */
export async function callTransit(
  sandbox: Sandbox,
  path: string,
  fields: Values,
  key: string = path.includes('partner') ? partner.key : direct.key,
): Promise<Record<string, string>> {
  const sign = transitSign(fields, key, fields['sign_type'] ?? 'HMAC-SHA256');
  const text = await postText(`${sandbox.urls.wechatTransit}${path}`, encodeFlatXml({ ...fields, sign }));
  return Object.fromEntries(decodeFlatXml(text));
}

export const APPLY = '/transit/partnerpay/payapply';
export const QUERY = '/transit/partnerpay/queryorder';
export const APPLY_DIRECTLY = '/transit/pay/payapply';
export const QUERY_DIRECTLY = '/transit/queryorder';

/** The body of a quick payment. */
export function quickPayBody(changes: Values = {}): Record<string, string> {
  return {
    MERORDERID: '20170926151023152438',
    AMT: '1234',
    NAME: '张安',
    PHONENO: '18826570890',
    CARDNO: '6227000013830237349',
    CARDTYPE: '1',
    ID_NO: '23210219820916601X',
    NOTIFY_URL: 'http://127.0.0.1:9/Notify/MerPay_notify_url',
    RANDSTR: '1234567890',
    ...changes,
  };
}

/** `Sign` of a flat body that holds nothing but text; written out here once more. */
export function envelopeSign(body: Values, key: string): string {
  const members = Object.keys(body)
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(body[name]).replaceAll('/', '\\/')}`);
  return createHash('md5')
    .update(`{${members.join(',')}}&key=${key}`)
    .digest('hex')
    .toUpperCase();
}

export function envelope(CommandID: number, Body: Values, changes: Readonly<Record<string, unknown>> = {}) {
  const { MERNO, TERMNO, md5Key } = merchants.mmsp;
  return {
    CommandID,
    SeqID: '1',
    NodeType: '3',
    NodeID: 'openapi',
    Version: '1.0.0',
    AGENTNO: '',
    MERNO,
    TERMNO,
    Body,
    Sign: envelopeSign(Body, md5Key),
    ...changes,
  };
}

export interface EnvelopeReply {
  readonly CommandID: number;
  readonly SeqID: string | number;
  readonly RetCode: number;
  readonly ErrorMsg: string;
  readonly AGENTNO: string | null;
  readonly Body: Record<string, string | number>;
  readonly Sign: string;
}

export async function callQuickPay(sandbox: Sandbox, message: object): Promise<EnvelopeReply> {
  return JSON.parse(await postText(sandbox.urls.quickPay, JSON.stringify(message))) as EnvelopeReply;
}

/** A payout, as the document's sample has it. */
export function payoutFields(changes: Values = {}): Record<string, string> {
  return {
    CMDID: '4097',
    VERSION: '1.0',
    MERNO: merchants.mmsp.MERNO,
    ORDERNO: '20171121170001',
    REQTIME: '20171123181110',
    AMT: '100',
    BUSITYPE: '001',
    ACCNAME: '张三',
    ACCNO: '6225123456781234',
    PAYTYPE: '1',
    ACCTYPE: '0',
    MOBILE: '13800138000',
    BANKNAME: '招商银行',
    BANKSETTLENO: '104581006015',
    MEMO: '代付',
    ...changes,
  };
}

export const merchantPrivateKey = createPrivateKey(merchants.mmsp.privateKeyPem);

export interface PayoutReply {
  readonly outer: Readonly<Partial<Record<'RETCODE' | 'RETMSG' | 'ENCRYPT' | 'SIGN', string>>>;
  readonly inner: Readonly<Record<string, string | number>>;
}

/** Seals and posts fields; gives back the reply and what was encrypted in it. */
export async function callPayout(
  sandbox: Sandbox,
  fields: Values,
  signer = merchantPrivateKey,
): Promise<PayoutReply> {
  const plaintext = Buffer.from(JSON.stringify(fields));
  const message = {
    ENCRYPT: encrypt(plaintext, createPublicKey(sandbox.platformPublicKeyPem)),
    SIGN: signature(plaintext, signer),
  };
  const text = await postText(sandbox.urls.payout, JSON.stringify(message));
  const outer = JSON.parse(text) as PayoutReply['outer'];
  const plain = outer.ENCRYPT === undefined ? undefined : decrypt(outer.ENCRYPT, merchantPrivateKey);
  return { outer, inner: JSON.parse(plain?.toString() ?? '{}') as PayoutReply['inner'] };
}
