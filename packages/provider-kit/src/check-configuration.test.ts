import { describe, expect, it } from 'vitest';
import { checkConfiguration } from './check-configuration.ts';
import { ConfigurationError } from './errors.ts';
import { issuesOf, rejection, thrown } from './internal/fixtures/rejection.ts';

function refuse(path: string): never {
  throw new ConfigurationError([{ path, code: 'missing', message: 'is required' }]);
}

describe('checkConfiguration', () => {
  it('returns what the checks returned', () => {
    const [one, two] = checkConfiguration(
      () => 1,
      () => 'two',
    );
    expect([one, two]).toEqual([1, 'two']);
  });

  it('names the mistakes of all checks in one error', async () => {
    const error = await rejection(() =>
      checkConfiguration(
        () => refuse('a'),
        () => 1,
        () => refuse('b'),
      ),
    );
    expect(error.code).toBe('invalid_configuration');
    expect(issuesOf(error)).toEqual(['a missing', 'b missing']);
  });

  it('passes on what is no mistake of the configuration', async () => {
    const error = new TypeError('a bug');
    const check = () =>
      checkConfiguration(
        () => refuse('a'),
        () => {
          throw error;
        },
      );
    expect(await thrown(check)).toBe(error);
  });
});
