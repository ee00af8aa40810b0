import { createHash, createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from './program.ts';

/** The key of the published MMSP test merchant [M] 快捷 7.2. */
export const MD5_KEY = 'ea21842eea24e448b991b1cb0a0294cf';

/** The key of WeChat Pay's published example. */
export const API_KEY = '192006250b4c09247ec02edce69f6a2d';

const BODY = {
  MERORDERID: '20260101000001',
  AMT: '1234',
  NAME: '张 安',
  NOTIFY_URL: 'https://merchant.example/n',
};

/** An MMSP body, and its signature by other means than the library's. */
export const body = JSON.stringify(BODY);
export const bodyCanonical =
  '{"AMT":"1234","MERORDERID":"20260101000001","NAME":"张 安","NOTIFY_URL":"https:\\/\\/merchant.example\\/n"}';
export const bodySign = md5(`${bodyCanonical}&key=${MD5_KEY}`);

/** The body in an envelope. */
export function envelope(sign = bodySign, AGENTNO = ''): string {
  return JSON.stringify({
    CommandID: 771,
    SeqID: '1',
    NodeType: '3',
    NodeID: 'openapi',
    Version: '1.0.0',
    AGENTNO,
    MERNO: '001440353999853',
    TERMNO: '84970001',
    Body: BODY,
    Sign: sign,
  });
}

/** WeChat Pay's published example of the signature algorithm, and its published signatures. */
const FIELDS = {
  nonce_str: 'ibuaiVcKdpRxkhJA',
  appid: 'wxd930ea5d5a258f4f',
  body: 'test',
  device_info: '1000',
  mch_id: '10000100',
};
export const xmlMd5 = '9A0A8659F005D6984697E2CA0A9CF3B7';
export const xmlHmac = '6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6';

export function xml(fields: Readonly<Record<string, string>> = {}): string {
  const elements = Object.entries({ ...FIELDS, ...fields }).map(
    ([name, value]) => `<${name}>${value}</${name}>`,
  );
  return `<xml>${elements.join('')}</xml>`;
}

export const fieldsJson = JSON.stringify(FIELDS);

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex').toUpperCase();
}

export function hmac(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('hex').toUpperCase();
}

/** Writes a file where the program runs; its name. */
export function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(workFolder(), name), content);
  return name;
}
