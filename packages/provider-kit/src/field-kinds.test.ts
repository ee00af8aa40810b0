import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Field } from './field.ts';
import { code, fen, integer, ipv4, text, time, url } from './field-kinds.ts';
import { schemaOf } from './field-schema.ts';

const title = { en: 'x', zh: '某' };

function encoded(field: Field, value: unknown): unknown {
  const result = v.safeParse(schemaOf(field), value);
  return result.success ? result.output : result.issues.map(({ message }) => message);
}
const decoded = (field: Field, value: unknown) => {
  const result = field.decode(value);
  return result === undefined ? 'unreadable' : { value: result };
};

describe('text', () => {
  const field = text(title, { maxLength: 4, pattern: [/^[^x]+$/, 'must hold no x'], aliases: ['TXT'] });

  it('describes itself', () => {
    expect(field).toMatchObject({
      type: 'string',
      use: 'required',
      presence: 'required',
      maxLength: 4,
      sensitive: false,
      aliases: ['TXT'],
      title,
    });
    expect(text(title, { documentedLength: 8, sensitive: true })).toMatchObject({
      documentedLength: 8,
      sensitive: true,
    });
    expect('maxLength' in text(title)).toBe(false);
  });

  it('counts characters, not UTF-16 units', () => {
    expect(encoded(field, '𠮷𠮷𠮷𠮷')).toBe('𠮷𠮷𠮷𠮷');
    expect(encoded(field, '𠮷𠮷𠮷𠮷𠮷')).toEqual(['is longer than 4 characters']);
  });

  it('says everything that is wrong with a value', () => {
    expect(encoded(field, 'xxxxx')).toEqual(['is longer than 4 characters', 'must hold no x']);
    expect(encoded(text(title), '')).toEqual(['must not be empty']);
    expect(encoded(text(title, { pattern: [/^\d+$/, 'must be digits'] }), '')).toEqual(['must not be empty']);
    expect(encoded(url(title), '')).toEqual(['must not be empty']);
  });

  it.each(['\u0000', 'a\u001fb', '\u007f', '\u0085', '\ufffe', '\uffff', '\ud800', '\udc00x'])(
    'refuses %j, which cannot be sent',
    (value) => {
      expect(encoded(text(title), value)).toEqual(['holds a character that cannot be sent']);
    },
  );

  it('takes any other text as it is, line ends included', () => {
    const value = '公交代扣:A\r\n公交代扣:B\t<&>"\' \u2028😀';
    expect(encoded(text(title), value)).toBe(value);
    expect(decoded(text(title), value)).toEqual({ value });
  });
});

describe('url', () => {
  it('must be absolute, and may have a limit', () => {
    const field = url(title, { maxLength: 24 });
    expect(field.type).toBe('url');
    expect(encoded(field, 'https://example.com/a')).toBe('https://example.com/a');
    expect(encoded(field, '/notify')).toEqual(['must be an absolute http or https URL without a user name']);
    expect(encoded(field, 'https://a:b@example.com')).toHaveLength(1);
    expect(encoded(field, 'ftp://example.com/aaaaaaa')).toEqual([
      'is longer than 24 characters',
      'must be an absolute http or https URL without a user name',
    ]);
  });
});

describe('fen', () => {
  const field = fen(title, { max: 1000 });

  it.each([
    [1, '1'],
    [888, '888'],
    [1000, '1000'],
  ])('takes %d', (value, sent) => {
    expect(encoded(field, value)).toBe(sent);
  });

  it.each([
    0,
    -1,
    -0,
    0.5,
    8.88,
    1001,
    1e21,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '888',
    888n,
    null,
  ])('refuses %s', (value) => {
    const words = `must be ${typeof value === 'number' ? '' : 'a number: '}a whole number of fen from 1 to 1000`;
    expect(encoded(field, value)).toEqual([words]);
  });

  it('never takes more than ten million yuan', () => {
    expect(encoded(fen(title), 1_000_000_000)).toBe('1000000000');
    expect(encoded(fen(title), 1_000_000_001)).toEqual([
      'must be a whole number of fen from 1 to 1000000000',
    ]);
  });

  it.each([
    ['0', 0],
    ['888', 888],
    ['0888', 888],
    ['999999999999999', 999_999_999_999_999],
  ])('reads %s', (value, amount) => {
    expect(decoded(field, value)).toEqual({ value: amount });
  });

  it.each(['', '-1', '+1', '1.0', '8,88', '1e3', ' 1', '0x1', '１', '9999999999999999', 888, null, true])(
    'does not read %j',
    (value) => {
      expect(decoded(field, value)).toBe('unreadable');
    },
  );
});

describe('integer', () => {
  const field = integer(title);

  it('is a whole number in both directions', () => {
    expect(encoded(field, -7)).toBe('-7');
    expect(decoded(field, '-7')).toEqual({ value: -7 });
    expect(encoded(field, 0.5)).toEqual(['must be a whole number']);
    expect(encoded(field, '7')).toEqual(['must be a number: a whole number']);
    expect(decoded(field, '0.5')).toBe('unreadable');
  });

  it('may have bounds', () => {
    const page = integer(title, { minimum: 1, maximum: 1000, maxLength: 4 });
    expect(page).toMatchObject({ type: 'integer', minimum: 1, maximum: 1000, maxLength: 4 });
    for (const value of [1, 1000]) expect(encoded(page, value)).toBe(String(value));
    for (const value of [0, -0.5, 1001, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(encoded(page, value)).toEqual(['must be a whole number from 1 to 1000']);
    }
  });
});

describe('time', () => {
  const field = time(title);
  const message = 'must be a Date, or China Standard Time written yyyyMMddHHmmss';

  it('writes a Date as the clock in China shows it, and keeps wire text', () => {
    expect(encoded(field, new Date('2017-08-26T02:43:39Z'))).toBe('20170826104339');
    expect(encoded(field, '20170826104339')).toBe('20170826104339');
    expect(encoded(time(title, 'yyyy-MM-dd HH:mm:ss'), new Date('2017-12-31T16:00:00Z'))).toBe(
      '2018-01-01 00:00:00',
    );
    expect(field.maxLength).toBe(14);
  });

  it.each([
    new Date(Number.NaN),
    new Date('+010000-01-01T00:00:00Z'),
    new Date(8.64e15),
    '2017-08-26 10:43:39',
    '20170231000000',
    '20170826244339',
    '',
    20_170_826_104_339,
    null,
  ])('refuses %s', (value) => {
    expect(encoded(field, value)).toEqual([message]);
  });

  it('reads whatever came as text, because platforms write zeros', () => {
    expect(decoded(field, '00000000000000')).toEqual({ value: '00000000000000' });
  });
});

describe('code', () => {
  const field = code(title, { METRO: title, BUS: title });

  it('is closed on the way out and open on the way in', () => {
    expect(encoded(field, 'BUS')).toBe('BUS');
    expect(decoded(field, 'TRAM')).toEqual({ value: 'TRAM' });
    expect(Object.keys(field.values ?? {})).toEqual(['METRO', 'BUS']);
  });

  it.each(['TRAM', 'bus', '', 'constructor', '__proto__'])('refuses %j', (value) => {
    expect(encoded(field, value)).toEqual(['must be one of METRO, BUS']);
  });

  it.each([1, null, true, ['BUS']])('refuses %j, which is no text', (value) => {
    expect(encoded(field, value)).toEqual(['must be text: one of METRO, BUS']);
  });
});

describe('the documented length of an amount and of a code', () => {
  it('is described, and bounds nothing', () => {
    const amount = fen(title, { maxLength: 2 });
    expect(amount.maxLength).toBe(2);
    expect(encoded(amount, 1234)).toBe('1234');
    expect(amount.decode('1234')).toBe(1234);
    const choice = code(title, { METRO: title }, { maxLength: 1 });
    expect(choice.maxLength).toBe(1);
    expect(encoded(choice, 'METRO')).toBe('METRO');
    expect(choice.decode('TRAM')).toBe('TRAM');
    for (const field of [fen(title), code(title, {})]) expect('maxLength' in field).toBe(false);
  });
});

describe('ipv4', () => {
  const field = ipv4(title, { maxLength: 16, sensitive: true });

  it('takes dotted decimal', () => {
    for (const address of ['0.0.0.0', '8.8.8.8', '255.255.255.255']) {
      expect(encoded(field, address)).toBe(address);
    }
    expect(field).toMatchObject({ type: 'string', maxLength: 16, sensitive: true });
  });

  it.each(['256.1.1.1', '1.2.3', '1.2.3.4.', '1.2.3.4.5', '::1', 'a.b.c.d', '1.2.3.4\n', '....', 'ff'])(
    'refuses %j',
    (address) => {
      expect(encoded(field, address)).toEqual(['must be an IPv4 address']);
    },
  );
});
