import { describe, expect, it } from 'vitest';
import { text } from '../field-kinds.ts';
import { warningsOf } from './warnings.ts';

const title = { en: 'x', zh: '某' };
const table = {
  address: text(title, { documentedLength: 8 }),
  until: {
    ...text(title, { documentedLength: 8 }),
    doubt: (value: string, now: Date) => (Number(value) < now.getTime() ? 'is over' : undefined),
  },
};
const now = () => new Date(1000);

describe('warningsOf', () => {
  it('tells of a value that is longer than documented, in characters', () => {
    expect(warningsOf({ address: '𠮷'.repeat(8) }, table, now)).toEqual([]);
    expect(warningsOf({ address: '𠮷'.repeat(9) }, table, now)).toEqual([
      { path: 'address', message: 'is longer than the documented 8 characters' },
    ]);
  });

  it('tells of a value that its field doubts, by the clock of the client', () => {
    expect(warningsOf({ until: '1000', other: '1' }, table, now)).toEqual([]);
    expect(warningsOf({ until: '999' }, table, now)).toEqual([{ path: 'until', message: 'is over' }]);
    expect(warningsOf({ until: '000000999' }, table, now)).toHaveLength(2);
  });

  it('doubts nothing where the clock fails', () => {
    const failing = () => {
      throw new Error('no clock');
    };
    expect(warningsOf({ until: '999', address: '123456789' }, table, failing)).toHaveLength(1);
  });
});
