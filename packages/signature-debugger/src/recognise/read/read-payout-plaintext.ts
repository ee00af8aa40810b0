import type { JsonObjectTree } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { findMmspOperation, type OperationFound } from '../operations/mmsp.ts';
import type { Reader } from '../problems/collect-problems.ts';
import { type Draft, tableOf } from './draft.ts';
import { namesOf, textOfMember } from './tree-values.ts';

/** Fields that only payouts have. */
const TELLING = ['CMDID', 'BSORDERNO', 'PAYSTATE', 'BUSITYPE', 'BUSIYPE', 'ACCNO', 'QRYTYPE', 'RSPTIME'];

export function isPayoutPlaintext(names: readonly string[]): boolean {
  return TELLING.some((name) => names.includes(name));
}

/** What is encrypted in a payout, before it is or after it was. */
export function readPayoutPlaintext({ source }: Reader, fields: JsonObjectTree): Draft {
  const { because, fields: table, states, ...operation } = findPayoutOperation(fields);
  return {
    recognised: { platform: 'mmsp', wire: 'payout-plaintext', ...operation, because: [SHAPE, ...because] },
    subject: { kind: 'payout-plaintext', source, fields },
    ...tableOf(table, states),
  };
}

/** Which payout operation a plain text belongs to. */
export function findPayoutOperation(fields: JsonObjectTree, isFromPlatform?: boolean): OperationFound {
  const found = findMmspOperation({
    isPayout: true,
    commandId: textOfMember(fields, 'CMDID'),
    names: namesOf(fields),
    ...(isFromPlatform === undefined ? {} : { isFromPlatform }),
  });
  return { ...found, product: 'payout' };
}

const SHAPE: Title = {
  zh: '字段属于代付：这是加密前（或解密后）的明文',
  en: 'the fields are a payout’s: this is the plain text before it is encrypted, or after it was decrypted',
};
