import { createHash } from 'node:crypto';

/** The published test key of MMSP. */
export const MD5_KEY = 'ea21842eea24e448b991b1cb0a0294cf';

/** The body of a payment by credit card, in the order of the document's table: 12 fields. */
export const body = {
  MERORDERID: '20170926151023152438',
  CARDNO: '6222020000000000000',
  AMT: '1234',
  CARDTYPE: '2',
  NAME: '张三',
  ID_NO: '110101190001010000',
  PHONENO: '13800138000',
  RANDSTR: '123456',
  NOTIFY_URL: 'http://ib.fxclouds.com/Notify/MerPay_notify_url',
  JUMP_URL: 'https://merchant.example/return',
  EXPDATE: '0117',
  CVN2: '344',
} as const;

/** `body` sorted by name. */
export const sortedBody: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(body).toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** What is signed. Of what PHP writes otherwise than JavaScript, only the slash occurs here. */
export const canonical = JSON.stringify(sortedBody).replaceAll('/', '\\/');

/** The body as it travels: not sorted, slashes escaped. */
export const text = JSON.stringify(body).replaceAll('/', '\\/');

/** The same as PHP writes it by default, and with a number: Chinese is escaped. */
export const phpText = text.replace('"1234"', '12.30').replace(/[^\0-\x7f]/g, escaped);

/** As Python writes it by default: spaces besides, and bare slashes. */
export const pythonText = phpText.replaceAll('\\/', '/').replaceAll('":', '": ').replaceAll(',"', ', "');

/** As somebody writes it who wants to read it. */
export const prettyText = JSON.stringify(body, null, 2).replace('"1234"', '12.30');

export const canonicalWithNumber = canonical.replace('"1234"', '12.30');

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16)}`;
}

export const forgedText = text.replace('"1234"', '"1233"');

/** The text that is digested, in one piece. */
export const ready = `${canonical}&key=${MD5_KEY}`;

export const signature = createHash('md5').update(ready).digest('hex').toUpperCase();
