import { describe, expect, it } from 'vitest';
import { Budget } from './budget.ts';

/** Spends until the budget is spent. */
async function spendAll(budget: Budget, tick: () => void = () => {}): Promise<void> {
  while (!budget.isSpent) {
    tick();
    await budget.spend();
  }
}

describe('Budget', () => {
  it('ends when its time is over, by the clock that was given', async () => {
    let time = 1000;
    const budget = new Budget({ milliseconds: 200, now: () => time });
    await spendAll(budget, () => (time += 0.5));
    expect(budget.milliseconds).toBeGreaterThanOrEqual(200);
    expect(budget.milliseconds).toBeLessThan(210);
  });

  it('looks at the clock often where each candidate takes long', async () => {
    let time = 0;
    const budget = new Budget({ milliseconds: 200, now: () => time });
    await spendAll(budget, () => (time += 20));
    expect(budget.milliseconds).toBeLessThanOrEqual(20 * 17);
  });

  it('counts where the clock stands still, as in workerd within a request', async () => {
    const budget = new Budget({ milliseconds: 200, now: () => 42 });
    await spendAll(budget);
    expect(budget.count).toBeGreaterThanOrEqual(10_000);
    expect(budget.count).toBeLessThan(11_000);
  });

  it('runs on the clock of the host', async () => {
    const budget = new Budget({ milliseconds: 20 });
    await spendAll(budget);
    expect(budget.count).toBeGreaterThan(0);
  });

  it('lets the event loop have its turn', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    let time = 0;
    await spendAll(new Budget({ milliseconds: 200, now: () => time }), () => (time += 1));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('is far spent after ten times its time', async () => {
    let time = 0;
    const budget = new Budget({ milliseconds: 20, now: () => time });
    await spendAll(budget, () => (time += 1));
    expect(budget.isFarSpent).toBe(false);
    while (!budget.isFarSpent) {
      time += 1;
      await budget.spend();
    }
    expect(budget.milliseconds).toBeGreaterThanOrEqual(200);
    expect(budget.milliseconds).toBeLessThan(220);
  });

  it('rejects with the reason of an abort', async () => {
    const aborted = AbortSignal.abort(new Error('enough'));
    expect(() => new Budget({ milliseconds: 1, signal: aborted })).toThrow('enough');
    const controller = new AbortController();
    const budget = new Budget({ milliseconds: 1e9, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 0);
    await expect(spendAll(budget)).rejects.toThrow('enough');
  });
});
