import { buildXml, makeSignature, parseXml } from 'node-easywechat/dist/Core/Support/Utils.js';
import Application from 'node-easywechat/dist/Pay/Application.js';
import LegacySignature from 'node-easywechat/dist/Pay/LegacySignature.js';
import Message from 'node-easywechat/dist/Pay/Message.js';
import { KEY, replies, requests, type SignType } from '../work/wechat.ts';
import { bySignType, type Library } from './library.ts';

/*
 * The package's main module does not load beside the node-socialite that npm installs for it today, so its parts are
 * loaded one by one. It verifies nothing by itself: its user calls validateV2, which knows MD5 alone. For HMAC-SHA256
 * its own makeSignature is compared here.
 */

const application = new Application({
  mch_id: requests.MD5.fields['mch_id'] ?? '',
  v2_secret_key: KEY,
  // Wanted as files that exist; nothing of version 2 looks into them.
  private_key: import.meta.filename,
  certificate: import.meta.filename,
});
const signature = new LegacySignature(application.getMerchant());
const validator = application.getValidator();

function build(signType: SignType) {
  const { fields } = requests[signType];
  // It adds the signature to the object it is given.
  return () => buildXml(signature.sign({ ...fields }));
}

function read(signType: SignType, xml: string) {
  return async () => {
    const fields = (await parseXml(xml)) as Record<string, string>;
    if (signType === 'MD5') validator.validateV2(new Message(fields, xml));
    else if (makeSignature(fields, KEY, signType) !== fields['sign']) throw new Error('not authentic');
    return fields;
  };
}

export const library: Library = {
  jobs: {
    ...bySignType('build', build),
    ...bySignType('read', (signType) => read(signType, replies[signType].xml)),
  },
  forgeries: bySignType('read', (signType) => read(signType, replies[signType].forged)),
};
