import type { SearchMessage } from '../../search/message.ts';
import { isEmpty, type Members } from '../../search/value.ts';

/** What to do about fields that differ between what was signed and what was sent. */
export const FINAL = {
  en: 'Sign last: after the signature is made no field may be added, removed or changed, and what is sent is what was signed.',
  zh: '签名必须是最后一步：签名之后不得再增、删、改任何字段，发送的就是签名时的那份数据。',
};

/** The fields of a WeChat Pay message that are signed: not `sign`, none that is empty. */
export function wechatSigned(members: Members): Members {
  return members.filter(({ name, value }) => name !== 'sign' && !isEmpty(value));
}

export function everySigned({ base }: SearchMessage): Members {
  return base.scope;
}
