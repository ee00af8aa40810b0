import type { JsonObjectTree } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { findMmspOperation } from '../operations/mmsp.ts';
import type { Reader } from '../problems/collect-problems.ts';
import { type Draft, tableOf } from './draft.ts';
import { namesOf } from './tree-values.ts';

/** The `Body` of an envelope without the envelope. */
export function readBody({ source }: Reader, body: JsonObjectTree): Draft {
  const { because, fields, states, ...operation } = findMmspOperation({
    isPayout: false,
    commandId: '',
    names: namesOf(body),
  });
  return {
    recognised: { platform: 'mmsp', wire: 'body', ...operation, because: [SHAPE, ...because] },
    subject: {
      kind: 'envelope',
      source,
      body,
      bodySource: source,
      isBodyText: false,
      signature: '',
      isAgentMode: false,
    },
    ...tableOf(fields, states),
  };
}

const SHAPE: Title = {
  zh: '没有报文头，按字段名（或指定的平台）当作 MMSP 的 Body；签名请另外给出',
  en: 'there is no header, so by its fields (or as was asked for) it is taken for an MMSP Body; give its signature separately',
};
