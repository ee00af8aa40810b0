import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyJsonBodyText } from './support/arbitrary-json.ts';
import { anyText } from './support/arbitrary-text.ts';
import { announceSeed, seed, timeout } from './support/seed.ts';

beforeAll(() => announceSeed('generators'));

describe('generated messages', { timeout }, () => {
  it('hold every control character, what formats escape, and all planes, but no lone surrogate', () => {
    const all = fc.sample(anyText, { seed, numRuns: 3000 }).join('');
    const seen = new Set(all);
    const controls = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code));
    for (const character of [
      ...controls,
      ...Array.from(' "\'\\/<>&=;'),
      '\u007f',
      '\u2028',
      '\u2029',
      '\ufeff',
      '\uffff',
    ]) {
      expect(seen).toContain(character);
    }
    for (let plane = 0; plane <= 16; plane += 1) {
      expect([...seen].some((character) => (character.codePointAt(0) ?? 0) >> 16 === plane)).toBe(true);
    }
    expect(all).not.toMatch(/\p{Surrogate}/u);
  });

  it('hold nested and empty objects and arrays, and numbers with odd lexemes', () => {
    const all = fc.sample(anyJsonBodyText, { seed, numRuns: 3000 }).join('\n');
    const expected = [
      /"[^"]*":\s*\{\s*"[^"]*":\s*\[\s*[[{]/,
      /:\s*\{\s*\}/,
      /:\s*\[\s*\]/,
      /:\s*""/,
      /:\s*null/,
      /:\s*-?\d{60,64}\s*[,}]/,
      /:\s*-0\s*[,}]/,
      /:\s*1\.10\s*[,}]/,
      /:\s*1e\+05\s*[,}]/,
      /\\u[0-9a-f]{3}[a-f]/,
      /\\u[0-9A-F]{3}[A-F]/,
      /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F]/,
    ];
    for (const pattern of expected) {
      expect(pattern.test(all), `${pattern} among the generated bodies`).toBe(true);
    }
  });
});
