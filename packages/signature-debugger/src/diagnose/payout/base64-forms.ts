import { decodeBase64 } from '@yinjian/protocol-codec';
import type { PayoutMistakeId } from '../../mistakes/payout.ts';

/** Bytes, and how they were written wrongly. */
export interface WrittenBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mistakes: readonly PayoutMistakeId[];
}

/** What a field may stand for that should be base64: as it should be first, then in the ways it is written wrongly. */
export function bytesOf(text: string): WrittenBytes[] {
  const trimmed = text.trim();
  const forms: (WrittenBytes | undefined)[] = [
    plusesLost(text),
    decoded(trimmed, ...(/[\r\n]/.test(trimmed) ? (['payout.base64_line_breaks'] as const) : [])),
    /%(2b|2f|3d)/i.test(trimmed) ? decoded(percentDecoded(trimmed), 'payout.percent_encoded') : undefined,
    /[-_]/.test(trimmed)
      ? decoded(trimmed.replaceAll('-', '+').replaceAll('_', '/'), 'payout.base64_url_safe')
      : undefined,
    perBlock(trimmed),
  ];
  if (/^([0-9a-f]{2}){64,}$/i.test(trimmed)) {
    forms.unshift({ bytes: hexBytes(trimmed), mistakes: ['payout.hex'] });
  }
  const found = forms.filter((form) => form !== undefined);
  const [first] = found;
  const inner = first === undefined ? '' : String.fromCharCode(...first.bytes.subarray(0, 0x1000));
  const again =
    first !== undefined && /^[A-Za-z0-9+/]{80,}={0,2}$/.test(inner)
      ? decoded(inner, 'payout.base64_twice')
      : undefined;
  return again === undefined ? found : [again, ...found];
}

function decoded(text: string, ...mistakes: readonly PayoutMistakeId[]): WrittenBytes | undefined {
  try {
    const bytes = decodeBase64(text);
    return bytes.length === 0 ? undefined : { bytes, mistakes };
  } catch {
    return undefined;
  }
}

/** Spaces for plus signs; one at the edge may be either, and the length tells. */
function plusesLost(text: string): WrittenBytes | undefined {
  for (const kept of [text.replace(/^[\r\n\t]+|[\r\n\t]+$/g, ''), text.trim()]) {
    if (!kept.includes(' ') || kept.length % 4 !== 0) continue;
    const form = decoded(kept.replaceAll(' ', '+'), 'payout.plus_lost');
    if (form !== undefined) return form;
  }
  return undefined;
}

/** Padding in the middle: pieces that were encoded one by one. */
function perBlock(text: string): WrittenBytes | undefined {
  const pieces = text.match(/[A-Za-z0-9+/]+={1,2}|[A-Za-z0-9+/]+$/g) ?? [];
  if (pieces.length < 2 || pieces.join('') !== text.replace(/\s+/g, '')) return undefined;
  const parts = pieces.map((piece) => decoded(piece)?.bytes);
  if (parts.includes(undefined)) return undefined;
  const bytes = Uint8Array.from(parts.flatMap((part) => [...(part ?? [])]));
  return { bytes, mistakes: ['payout.base64_per_block'] };
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hexBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
