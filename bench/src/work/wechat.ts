import { createHash, createHmac } from 'node:crypto';

export type SignType = 'MD5' | 'HMAC-SHA256';

export const SIGN_TYPES: readonly SignType[] = ['MD5', 'HMAC-SHA256'];

export type Fields = Readonly<Record<string, string>>;

/** A message and what must come of it. */
interface Message {
  /** Without `sign`. */
  readonly fields: Fields;
  /** The text that is digested, in one piece. */
  readonly ready: string;
  readonly sign: string;
}

/** The key of the platform's published example. */
export const KEY = '192006250b4c09247ec02edce69f6a2d';

/** The document's sample of a deduction request: 16 fields with `sign`. */
export const requests: Readonly<Record<SignType, Message>> = {
  MD5: signed(request('MD5'), 'MD5'),
  'HMAC-SHA256': signed(request('HMAC-SHA256'), 'HMAC-SHA256'),
};

/** The request signed with HMAC-SHA256 is a vector: PHP computed this. */
const VECTOR = 'F2E2A6B2CB16C534C11FBAC0484DE8F472061C91E97A13A3A49B388D6D0DA5BF';
if (requests['HMAC-SHA256'].sign !== VECTOR) throw new Error('the request is not that of the vectors');

/** A reply to a query of the order: 17 fields with `sign`. */
const reply: Fields = {
  return_code: 'SUCCESS',
  return_msg: 'OK',
  appid: 'wxcbda96de0b165486',
  mch_id: '10000098',
  sub_mch_id: '10000100',
  nonce_str: 'IITRi8Iabbblz1Jc',
  result_code: 'SUCCESS',
  openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
  trade_type: 'PAP',
  trade_state: 'SUCCESS',
  trade_state_desc: '支付成功',
  bank_type: 'CFT',
  total_fee: '888',
  transaction_id: '1008450740201411110005820873',
  out_trade_no: '217752501201407033233368018',
  time_end: '20170826120000',
};

export const replies: Readonly<
  Record<SignType, Message & { readonly xml: string; readonly forged: string }>
> = {
  MD5: received('MD5'),
  'HMAC-SHA256': received('HMAC-SHA256'),
};

function request(sign_type: SignType): Fields {
  return {
    mch_id: '10000098',
    sub_mch_id: '10000100',
    appid: 'wxcbda96de0b165486',
    nonce_str: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    sign_type,
    body: '地铁代扣',
    out_trade_no: '217752501201407033233368018',
    total_fee: '888',
    spbill_create_ip: '8.8.8.8',
    notify_url: 'http://yoursite.com/wxpay.html',
    trade_type: 'PAP',
    contract_id: 'Wx15463511252015071056489715',
    trade_scene: 'METRO',
    scene_info:
      '{"scene_info":{"start_time":"20170826114339","end_time":"20170826114339","qrcode_hash":"a437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6","start_station":"西单","end_station":"天安门西"}}',
    version: '2.0',
  };
}

function received(signType: SignType) {
  const message = signed(reply, signType);
  const xml = platformXml({ ...reply, sign: message.sign });
  return { ...message, xml, forged: xml.replace('[888]', '[887]') };
}

/** None of the values is empty, and all names are ASCII. */
function signed(fields: Fields, signType: SignType): Message {
  const pairs = Object.keys(fields)
    .toSorted()
    .map((name) => `${name}=${fields[name]}`);
  const ready = [...pairs, `key=${KEY}`].join('&');
  const digest = signType === 'MD5' ? createHash('md5') : createHmac('sha256', KEY);
  return { fields, ready, sign: digest.update(ready).digest('hex').toUpperCase() };
}

/** As the platform writes it: CDATA, one field a line. */
function platformXml(fields: Fields): string {
  const lines = Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>\n`);
  return `<xml>${lines.join('')}</xml>`;
}
