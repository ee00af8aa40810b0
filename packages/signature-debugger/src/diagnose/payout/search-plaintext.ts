import { operations } from '@yinjian/mmsp';
import { type JsonObjectTree, parseJsonTree } from '@yinjian/protocol-codec';
import { amounts } from '../../mistakes/change/amounts.ts';
import { contents } from '../../mistakes/change/contents.ts';
import { spelling } from '../../mistakes/change/spelling.ts';
import { types } from '../../mistakes/change/types.ts';
import { whiteSpace } from '../../mistakes/change/white-space.ts';
import { charset } from '../../mistakes/charset.ts';
import { added } from '../../mistakes/fields/added.ts';
import { leftOut } from '../../mistakes/fields/left-out.ts';
import { frame } from '../../mistakes/frame.ts';
import type { SearchedFamily } from '../../mistakes/index.ts';
import { payoutText } from '../../mistakes/payout-text.ts';
import { valueTexts } from '../../mistakes/values/texts.ts';
import { valueTypes } from '../../mistakes/values/types.ts';
import type { Budget } from '../../search/budget.ts';
import { FoundSignature } from '../../search/found-signature.ts';
import { jsonWriter, writeJson } from '../../search/json-writer.ts';
import { COMPACT, NO_ESCAPES, type Plan, type Style, unchanged } from '../../search/plan.ts';
import { Search, type SearchResult } from '../../search/search.ts';
import type { RecoveredSignature } from './recover-signature.ts';

/** What may happen to a plain text between signing and encrypting. */
export const PLAINTEXT_FAMILIES: readonly SearchedFamily[] = [
  payoutText,
  leftOut,
  added,
  types,
  valueTypes,
  amounts,
  whiteSpace,
  spelling,
  contents,
  valueTexts,
  frame,
  charset,
];

/** Looks for how the text that was signed differs from the plain text. */
export async function searchPlaintext(
  plaintext: string,
  operation: string | undefined,
  { digest, hex }: Pick<RecoveredSignature, 'digest' | 'hex'>,
  budget: Budget,
): Promise<SearchResult | undefined> {
  const tree = objectIn(plaintext);
  if (tree === undefined) return undefined;
  const base: Plan = {
    ...styleOf(tree, plaintext),
    scope: tree.members,
    fields: unchanged,
    change: unchanged,
    values: unchanged,
    nesting: unchanged,
    wrap: unchanged,
    order: unchanged,
    frame: unchanged,
    append: unchanged,
    key: '',
    keyForm: unchanged,
    charset: undefined,
    digest,
  };
  const table = operations.find(({ name }) => name === operation)?.requestFields ?? [];
  const message = {
    platform: 'mmsp' as const,
    members: tree.members,
    header: [],
    wholeText: plaintext,
    signedPart: plaintext,
    written: new Map(),
    table,
    signature: hex,
    otherKeys: [],
    base,
  };
  return await new Search(message, new FoundSignature(hex), budget).run(PLAINTEXT_FAMILIES);
}

function objectIn(plaintext: string): JsonObjectTree | undefined {
  try {
    const tree = parseJsonTree(plaintext);
    return tree.kind === 'object' ? tree : undefined;
  } catch {
    return undefined;
  }
}

/** How the program writes JSON, as far as its plain text shows. */
function styleOf(tree: JsonObjectTree, plaintext: string): Style {
  const plain: Style = {
    writer: jsonWriter,
    slash: 'raw',
    unicode: 'all-raw',
    escapes: NO_ESCAPES,
    spacing: COMPACT,
  };
  const spacings = [COMPACT, { id: 'python', comma: ', ', colon: ': ' }];
  for (const spacing of spacings) {
    for (const slash of ['raw', 'escaped'] as const) {
      for (const unicode of ['all-raw', 'lower', 'upper'] as const) {
        const style: Style = { ...plain, slash, unicode, spacing };
        if (writeJson(tree, style) === plaintext) return style;
      }
    }
  }
  return plain;
}
