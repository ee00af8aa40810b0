import { type JsonObjectTree, parseJsonTree } from '@yinjian/protocol-codec';
import type { SourceText } from '../../internal/source-text.ts';
import type { Peel } from '../peeled.ts';
import { findMember } from '../read/tree-values.ts';
import { pathOf } from './html-form.ts';
import { jsonEnd, stringEnd } from './json-end.ts';
import { decodeJsonString } from './json-string.ts';

const CALL = /^(?:await\s+)?fetch\(\s*(?=")/;

/** `fetch("https://…", {"headers":{…},"body":"{…}","method":"POST"})`, as browsers copy a request. */
export const peelFetchCall: Peel = (source) => {
  const call = CALL.exec(source.text);
  if (call === null) return undefined;
  const start = call[0].length;
  const end = stringEnd(source.text, start);
  const brace = /^\s*,\s*(?=\{)/.exec(source.text.slice(Math.max(end, 0)));
  if (end < 0 || brace === null) return undefined;
  const options = objectAt(source, end + brace[0].length);
  if (options === undefined) return undefined;
  const address = decodeJsonString(source.slice(start + 1, end - 1));
  const path = pathOf(address.text);
  const body = findMember(options.tree, 'body')?.value;
  const question = address.text.indexOf('?');
  const query = address.slice(question < 0 ? address.text.length : question + 1);
  const inner =
    body?.kind === 'string' ? decodeJsonString(options.text.slice(body.start + 1, body.end - 1)) : query;
  return {
    containers: ['fetch'],
    inner,
    clues: { role: 'sent', ...(path === undefined ? {} : { path }) },
  };
};

function objectAt(source: SourceText, start: number): { tree: JsonObjectTree; text: SourceText } | undefined {
  const end = jsonEnd(source.text, start);
  if (end < 0) return undefined;
  const text = source.slice(start, end);
  try {
    const tree = parseJsonTree(text.text);
    return tree.kind === 'object' ? { tree, text } : undefined;
  } catch {
    return undefined;
  }
}
