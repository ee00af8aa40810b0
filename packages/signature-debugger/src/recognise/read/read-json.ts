import { type JsonObjectTree, type JsonTree, parseJsonTree } from '@yinjian/protocol-codec';
import type { ExplainOptions } from '../../types/explanation.ts';
import type { Clues } from '../peeled.ts';
import type { Reader } from '../problems/collect-problems.ts';
import { reportCodecError } from '../problems/report-codec-error.ts';
import type { Draft } from './draft.ts';
import { readBody } from './read-body.ts';
import { readEnvelope } from './read-envelope.ts';
import { readPayout } from './read-payout.ts';
import { isPayoutPlaintext, readPayoutPlaintext } from './read-payout-plaintext.ts';
import { readWechatJson } from './read-wechat-fields.ts';

/** A message that is JSON: whose it is, is told by the names of its members. */
export function readJson(
  reader: Reader,
  clues: Clues,
  { platform }: Pick<ExplainOptions, 'platform'>,
): Draft | undefined {
  const tree = parseObject(reader);
  if (tree === undefined) return undefined;
  const names = tree.members.map(({ name }) => name);
  const has = (...wanted: readonly string[]) => wanted.some((name) => names.includes(name));
  const isWechat = has('mch_id', 'nonce_str', 'return_code') && !has('Body', 'ENCRYPT');
  if (platform === undefined ? isWechat : platform === 'wechat-transit') {
    return readWechatJson(reader, tree, clues);
  }
  if (has('Body', 'CommandID')) return readEnvelope(reader, tree);
  if (has('ENCRYPT') || isRefusal(names)) return readPayout(reader, tree);
  return isPayoutPlaintext(names) ? readPayoutPlaintext(reader, tree) : readBody(reader, tree);
}

/** A payout that was refused has nothing but the reason, under whatever spelling [M] 代付 6.2. */
function isRefusal(names: readonly string[]): boolean {
  return names.includes('RETCODE') && names.every((name) => REFUSAL.has(name));
}

const REFUSAL: ReadonlySet<string> = new Set(['RETCODE', 'RETMSG', 'REMSG', 'RETMMSG', 'SIGN']);

function parseObject(reader: Reader): JsonObjectTree | undefined {
  let tree: JsonTree;
  try {
    tree = parseJsonTree(reader.source.text);
  } catch (error) {
    reportCodecError(error, reader);
    return undefined;
  }
  if (tree.kind === 'object') return tree;
  reader.problems.error(
    'json_not_object',
    { zh: '报文应为 JSON 对象 {…}', en: 'expected the message to be a JSON object {…}' },
    reader.source.placeOf(tree.start, tree.end),
  );
  return undefined;
}
