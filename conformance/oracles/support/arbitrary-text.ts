import * as fc from 'fast-check';

/** Everything that some format treats specially, far more often than chance would bring it up. */
const special = fc.constantFrom(
  ...Array.from('"\'\\/<>&=;:,[]{}%+# \t\r\n'),
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\ue000',
  '\u{10000}',
  '\u{10ffff}',
  ']]>',
  '\\u4e2d',
  '&amp;',
  'e\u0301',
  '\u{1f469}\u200d\u{1f4bb}',
);
const control = fc.integer({ min: 0, max: 0x1f }).map((code) => String.fromCharCode(code));
const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
const chinese = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code));
const anyCodePoint = fc
  .oneof(
    { weight: 1, arbitrary: fc.integer({ min: 0x80, max: 0x7ff }) },
    { weight: 2, arbitrary: fc.integer({ min: 0x800, max: 0xffff - 0x800 }) },
    { weight: 2, arbitrary: fc.integer({ min: 0x10000, max: 0x10ffff }) },
  )
  // The second range is 0x800 short: what lies above U+D7FF moves past the surrogates.
  .map((code) => String.fromCodePoint(code >= 0xd800 && code < 0x10000 ? code + 0x800 : code));

/** One character (or a short run that belongs together): all of Unicode but lone surrogates. */
export const anyCharacter: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: printable },
  { weight: 3, arbitrary: special },
  { weight: 2, arbitrary: control },
  { weight: 2, arbitrary: chinese },
  { weight: 2, arbitrary: anyCodePoint },
);

export const anyText: fc.Arbitrary<string> = fc.string({ unit: anyCharacter, maxLength: 24, size: 'max' });

/** A merchant's key: no protocol says more of it than that it is printable. */
export const anyKey: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdefABCDEF')), minLength: 32, maxLength: 32 }),
  fc.string({ unit: printable, minLength: 1, maxLength: 100, size: 'max' }),
);
