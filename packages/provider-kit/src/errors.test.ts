import { describe, expect, it } from 'vitest';
import { ConfigurationError, type Issue, NotificationError, RequestError, YinjianError } from './errors.ts';

const issues: readonly Issue[] = [
  { path: 'AMT', code: 'missing', message: 'is required' },
  { path: '', code: 'wrong_type', message: 'the input must be an object' },
];

describe('ConfigurationError', () => {
  it('says everything that is wrong in one line', () => {
    const error = new ConfigurationError(issues);
    expect(error).toBeInstanceOf(YinjianError);
    expect(error).toMatchObject({ name: 'ConfigurationError', code: 'invalid_configuration', issues });
    expect(error.message).toBe(
      'The configuration is not usable: AMT is required; the input must be an object',
    );
  });

  it('has a code of its own for a missing certificate', () => {
    const error = new ConfigurationError(issues, 'certificate_required');
    expect(error.code).toBe('certificate_required');
    expect(error.message).toBe('Refused before sending: AMT is required; the input must be an object');
  });
});

describe('RequestError', () => {
  it('names the operation and that nothing was sent', () => {
    const error = new RequestError('payapply', issues);
    expect(error).toBeInstanceOf(YinjianError);
    expect(error).toMatchObject({
      name: 'RequestError',
      code: 'invalid_request',
      operation: 'payapply',
      issues,
    });
    expect(String(error)).toBe(
      'RequestError: payapply was not sent: AMT is required; the input must be an object',
    );
    expect(new RequestError('payapply', issues, 'order_number_reused').code).toBe('order_number_reused');
  });
});

describe('NotificationError', () => {
  it.each(['malformed', 'incomplete', 'signature_missing', 'signature_invalid', 'wrong_recipient'] as const)(
    '%s has words of its own',
    (code) => {
      const error = new NotificationError(code);
      expect(error).toBeInstanceOf(YinjianError);
      expect(error).toMatchObject({ name: 'NotificationError', code, issues: [] });
      expect(error.message).toMatch(/^The /);
    },
  );
});
