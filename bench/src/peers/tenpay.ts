import Payment from 'tenpay';
import { buildXML } from 'tenpay/lib/util.js';
import { KEY, replies, requests, type SignType } from '../work/wechat.ts';
import { bySignType, type Library } from './library.ts';

/*
 * Each of its methods takes these steps before and after one HTTP request; they have no other names than these. It
 * verifies by default, with the algorithm that the reply names or else the one given.
 */
/* oxlint-disable no-underscore-dangle */

const { appid = '', mch_id: mchid = '' } = requests.MD5.fields;
const payment = new Payment({ appid, mchid, partnerKey: KEY });

function build(signType: SignType) {
  const { fields } = requests[signType];
  return () => buildXML({ ...fields, sign: payment._getSign(fields, signType) });
}

export const library: Library = {
  jobs: {
    ...bySignType('build', build),
    ...bySignType('read', (signType) => () => payment._parse(replies[signType].xml, 'orderquery', signType)),
  },
  forgeries: bySignType(
    'read',
    (signType) => () => payment._parse(replies[signType].forged, 'orderquery', signType),
  ),
};
