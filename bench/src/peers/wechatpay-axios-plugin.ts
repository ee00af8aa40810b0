import { Hash, Transformer } from 'wechatpay-axios-plugin';
import { KEY, replies, requests, type SignType } from '../work/wechat.ts';
import { bySignType, type Library } from './library.ts';

/*
 * Its client signs, builds, reads and verifies inside axios, by way of these same functions and some copying. They
 * are public, and called by themselves they are the faster of the two ways.
 */

function build(signType: SignType) {
  const { fields } = requests[signType];
  return () => Transformer.toXml({ ...fields, sign: Hash.sign(signType, fields, KEY) });
}

function read(signType: SignType, xml: string) {
  return () => {
    const message = Transformer.toObject(xml) as Record<string, string>;
    const { sign } = message;
    if (!Hash.equals(Hash.sign(signType, message, KEY), sign)) throw new Error('not authentic');
    return message;
  };
}

export const library: Library = {
  jobs: {
    ...bySignType('build', build),
    ...bySignType('read', (signType) => read(signType, replies[signType].xml)),
  },
  forgeries: bySignType('read', (signType) => read(signType, replies[signType].forged)),
};
