import type { SearchMessage } from '../../search/message.ts';
import type { Edit } from '../../search/plan.ts';
import { isEmpty, type Member, type Members } from '../../search/value.ts';

/** What to do about fields that differ between what was signed and what was sent. */
export const FINAL = {
  en: 'Sign last: after the signature is made no field may be added, removed or changed, and what is sent is what was signed.',
  zh: '签名必须是最后一步：签名之后不得再增、删、改任何字段，发送的就是签名时的那份数据。',
};

/** Which fields of a WeChat Pay message are signed: not `sign`, none that is empty. */
export const wechatSigned: Edit = (members) =>
  members.filter(({ name, value }) => name !== 'sign' && !isEmpty(value));

export function everySigned(message: SearchMessage): Members {
  return message.base.fields(message.members);
}

/** Of the fields that are signed, only those. */
export function signedOnly({ base }: SearchMessage, test: (member: Member) => boolean): Edit {
  return (members) => base.fields(members).filter(test);
}

/** The fields that are signed, and these. */
export function signedAnd({ base }: SearchMessage, added: Members): Edit {
  return (members) => [...base.fields(members), ...added];
}
