import { type JsonObjectTree, type JsonTree, parseJsonTree } from '@yinjian/protocol-codec';
import type { ExplainOptions } from '../../types/explanation.ts';
import type { Clues } from '../peeled.ts';
import type { Reader } from '../problems/collect-problems.ts';
import { reportOtherJson } from '../problems/other-json.ts';
import { reportCodecError } from '../problems/report-codec-error.ts';
import type { Draft } from './draft.ts';
import { jsonKind } from './json-kind.ts';
import { readBody } from './read-body.ts';
import { readEnvelope } from './read-envelope.ts';
import { readPayout } from './read-payout.ts';
import { readPayoutPlaintext } from './read-payout-plaintext.ts';
import { readWechatJson } from './read-wechat-fields.ts';
import { namesOf } from './tree-values.ts';

/** A message that is JSON: whose it is, is told by the names of its members. */
export function readJson(
  reader: Reader,
  clues: Clues,
  { platform }: Pick<ExplainOptions, 'platform'>,
): Draft | undefined {
  const tree = parseObject(reader);
  if (tree === undefined) return undefined;
  const kind = jsonKind(namesOf(tree));
  if (platform === 'wechat-transit' || (platform === undefined && kind === 'wechat')) {
    return readWechatJson(reader, tree, clues);
  }
  switch (kind) {
    case 'envelope':
      return readEnvelope(reader, tree);
    case 'payout':
      return readPayout(reader, tree);
    case 'payout-plaintext':
      return readPayoutPlaintext(reader, tree);
    default:
      if (kind === 'body' || platform === 'mmsp') return readBody(reader, tree);
      reportOtherJson(reader, tree);
      return undefined;
  }
}

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
