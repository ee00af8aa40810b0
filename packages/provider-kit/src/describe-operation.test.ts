import { describe, expect, it } from 'vitest';
import { describeNotification, describeOperation } from './describe-operation.ts';
import { ask, place } from './internal/fixtures/sample-operations.ts';

describe('describeOperation', () => {
  it('tells everything that is data, and nothing that is a function', () => {
    for (const operation of [place, ask]) {
      const description = describeOperation(operation);
      expect(JSON.parse(JSON.stringify(description))).toEqual(description);
      expect(description).toMatchObject({
        name: operation.name,
        title: operation.title,
        section: operation.section,
        open: operation.open,
        movesMoney: operation.movesMoney,
        needsCertificate: operation.needsCertificate,
        states: operation.states,
        errors: operation.errors,
      });
      expect(description.replyFields.map(({ name }) => name)).toEqual(Object.keys(operation.reply));
    }
  });

  it('keeps the table of every case, also where two give one name to different things', () => {
    const { cases } = describeOperation(place).requestRules;
    const names = Object.entries(cases?.of ?? {}).map(([value, table]) => [
      value,
      ...table.map(({ name, fields }) => `${name}(${fields?.map((field) => field.name).join() ?? ''})`),
    ]);
    expect(cases?.on).toBe('kind');
    expect(names).toEqual([
      ['RIDE', 'detail(from,at,seat)'],
      ['SHOP', 'detail()', 'till()'],
    ]);
  });
});

describe('describeNotification', () => {
  it('tells everything that is data, and nothing that is a function', () => {
    const description = describeNotification(ask);
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(description).toMatchObject({ name: ask.name, section: ask.section, states: ask.states });
    expect(description.fields.map(({ name }) => name)).toEqual(Object.keys(ask.reply));
  });
});
