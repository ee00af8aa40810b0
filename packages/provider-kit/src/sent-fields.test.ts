import { describe, expect, it } from 'vitest';
import { everythingVisible } from './internal/fixtures/everything-visible.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { ask, place } from './internal/fixtures/sample-operations.ts';
import { SentFields } from './sent-fields.ts';

const fields = { order: 'A1', card: '6222020200112233445' };

describe('SentFields', () => {
  it('shows nothing of what was sent', () => {
    const sent = new SentFields('sample.place', fields);
    expect(everythingVisible(sent) + JSON.stringify(sent)).not.toMatch(/6222|A1/);
  });

  it('gives the fields to the reader of the reply', () => {
    expect(SentFields.fieldsOf(place, new SentFields('sample.place', fields))).toBe(fields);
  });

  it.each([
    [new SentFields(ask.name, fields), 'sent conflict'],
    [{ operation: place.name }, 'sent wrong_type'],
    [fields, 'sent wrong_type'],
    [null, 'sent wrong_type'],
    [undefined, 'sent wrong_type'],
  ])('refuses what is not of this request: %#', async (sent, issue) => {
    const error = await rejection(() => SentFields.fieldsOf(place, sent as SentFields));
    expect(error.code).toBe('invalid_configuration');
    expect(issuesOf(error)).toEqual([issue]);
  });
});
