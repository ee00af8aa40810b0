import { describe, expect, it } from 'vitest';
import { ConfigurationError } from './errors.ts';
import { type UntilFinalOptions, untilFinal } from './until-final.ts';

type Status = 'succeeded' | 'pending' | 'failed' | 'unknown';

/** Answers in turn, the last answer again and again, on a clock that only the pauses move. */
function platform(...answers: Status[]) {
  const pauses: number[] = [];
  let asked = 0;
  let milliseconds = 0;
  const ask = async () => {
    const status = answers[Math.min(asked, answers.length - 1)] as Status;
    asked += 1;
    return { status, asked };
  };
  const time: UntilFinalOptions = {
    sleep: async (seconds) => {
      pauses.push(seconds);
      milliseconds += seconds * 1000;
    },
    clock: () => new Date(milliseconds),
  };
  return { ask, pauses, time, pass: (seconds: number) => void (milliseconds += seconds * 1000) };
}

describe('untilFinal', () => {
  it.each(['succeeded', 'failed'] as const)('asks until the outcome is %s', async (status) => {
    const { ask, pauses, time } = platform('pending', 'unknown', 'pending', status);
    expect(await untilFinal(ask, { ...time, afterSeconds: [1, 2] })).toEqual({ status, asked: 4 });
    expect(pauses).toEqual([1, 2, 2, 2]);
  });

  it.each(['pending', 'unknown'] as const)(
    'returns the last answer when it may not ask again: %s',
    async (status) => {
      const { ask, time } = platform(status);
      expect(await untilFinal(ask, { ...time, maxTries: 3 })).toEqual({ status, asked: 3 });
    },
  );

  it('is bounded without any option', async () => {
    const { ask, pauses, time } = platform('pending');
    expect(await untilFinal(ask, time)).toMatchObject({ status: 'pending' });
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeLessThanOrEqual(300);
  });

  it('does not begin a pause that ends after the deadline', async () => {
    const { ask, pauses, time } = platform('pending');
    const outcome = await untilFinal(ask, { ...time, afterSeconds: [4], deadlineSeconds: 10 });
    expect(outcome).toEqual({ status: 'pending', asked: 2 });
    expect(pauses).toEqual([4, 4]);
  });

  it('counts the time that answers take', async () => {
    const { ask, time, pass } = platform('pending');
    const slowly = async () => {
      pass(20);
      return ask();
    };
    const outcome = await untilFinal(slowly, { ...time, afterSeconds: [1], deadlineSeconds: 30 });
    expect(outcome).toEqual({ status: 'pending', asked: 2 });
  });

  it('sends nothing when the signal has fired', async () => {
    const { ask, time } = platform('pending');
    const signal = AbortSignal.abort(new Error('no more'));
    await expect(untilFinal(ask, { ...time, signal })).rejects.toThrow('no more');
  });

  it('rejects when the signal fires before there is an answer', async () => {
    const { ask } = platform('pending');
    const controller = new AbortController();
    const waiting = untilFinal(ask, { afterSeconds: [60], signal: controller.signal });
    controller.abort(new Error('no more'));
    await expect(waiting).rejects.toThrow('no more');
  });

  it('returns what it knows when the signal fires in a pause', async () => {
    const controller = new AbortController();
    const outcome = await untilFinal(
      async () => {
        queueMicrotask(() => controller.abort());
        return { status: 'pending' as const };
      },
      { afterSeconds: [0, 60], signal: controller.signal },
    );
    expect(outcome).toEqual({ status: 'pending' });
  });

  it('asks once even where the deadline comes first', async () => {
    const { ask } = platform('pending');
    expect(await untilFinal(ask, { afterSeconds: [60], deadlineSeconds: 0.01 })).toEqual({
      status: 'pending',
      asked: 1,
    });
  });

  it('ends a question at the deadline, and prefers the answer before it', async () => {
    let asked = 0;
    const outcome = await untilFinal(
      ({ signal }) => {
        asked += 1;
        if (asked === 1) return Promise.resolve<{ status: Status }>({ status: 'pending' });
        return new Promise<{ status: Status }>((resolve) => {
          signal.addEventListener('abort', () => resolve({ status: 'unknown' }));
        });
      },
      { afterSeconds: [0], deadlineSeconds: 0.05 },
    );
    expect(outcome).toEqual({ status: 'pending' });
  });

  it('takes a final answer that came together with the signal', async () => {
    const controller = new AbortController();
    const outcome = await untilFinal(
      async () => {
        controller.abort();
        return { status: 'succeeded' as const };
      },
      { afterSeconds: [0], signal: controller.signal },
    );
    expect(outcome).toEqual({ status: 'succeeded' });
  });

  it('passes on what the question throws', async () => {
    const mistake = new ConfigurationError([]);
    await expect(untilFinal(() => Promise.reject(mistake), { afterSeconds: [0] })).rejects.toBe(mistake);
  });

  it('names every unusable option', async () => {
    const { ask } = platform('succeeded');
    const wrong = { afterSeconds: [], maxTries: 0, deadlineSeconds: Number.NaN };
    await expect(untilFinal(ask, wrong)).rejects.toMatchObject({
      name: 'ConfigurationError',
      issues: [{ path: 'afterSeconds' }, { path: 'maxTries' }, { path: 'deadlineSeconds' }],
    });
    await expect(untilFinal(ask, { afterSeconds: [-1] })).rejects.toThrow('afterSeconds');
    const strange = { afterSeconds: 5, sleep: 5, clock: new Date() } as unknown as UntilFinalOptions;
    await expect(untilFinal(ask, strange)).rejects.toMatchObject({
      issues: [{ path: 'sleep' }, { path: 'clock' }, { path: 'afterSeconds', code: 'invalid_value' }],
    });
  });

  it.each(['deadline', 'deadlineSecond', 'maxTry', 'after', 'Signal', 'timeout'])(
    'refuses the option %s, which it would not read, before anything is asked',
    async (name) => {
      let asked = 0;
      const ask = async () => ({ status: 'succeeded' as const, asked: ++asked });
      await expect(untilFinal(ask, { [name]: 60 })).rejects.toMatchObject({
        name: 'ConfigurationError',
        issues: [{ path: name, code: 'unknown_field' }],
      });
      expect(asked).toBe(0);
    },
  );

  it.each([60, null])('refuses %j in the place of options', async (options) => {
    const { ask } = platform('succeeded');
    await expect(untilFinal(ask, options as unknown as UntilFinalOptions)).rejects.toMatchObject({
      issues: [{ path: 'options', code: 'wrong_type' }],
    });
  });
});
