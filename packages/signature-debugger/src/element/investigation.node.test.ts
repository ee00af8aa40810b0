import type { ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { NOTHING_TYPED } from './inputs.ts';
import { Investigation } from './investigation.ts';

vi.mock(import('../diagnose.ts'), async (original) => {
  const module = await original();
  return { ...module, diagnose: vi.fn<typeof diagnose>(module.diagnose) };
});

const MESSAGE = '{"CommandID":771,"Body":{"AMT":"1"},"Sign":"00000000000000000000000000000000"}';
const INPUTS = { ...NOTHING_TYPED, key: 'k'.repeat(32) };
const real = vi.mocked(diagnose).getMockImplementation();

/** A search that has not tried everything unless it may take ten seconds. */
async function hasNoTimeFor(message: string, options: Parameters<typeof diagnose>[1] = {}) {
  const found = await real?.(message, options);
  if (found === undefined) throw new Error('there is no diagnose');
  return { ...found, tried: { ...found.tried, complete: options.milliseconds === 10_000 } };
}

function investigation() {
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  return new Investigation(host);
}

async function searched(found: Investigation): Promise<void> {
  await vi.waitFor(() => expect(found.diagnosis).toBeDefined(), { timeout: 5000 });
}

describe('a longer search', () => {
  beforeEach(() => {
    vi.mocked(diagnose).mockClear();
  });
  afterEach(() => {
    if (real !== undefined) vi.mocked(diagnose).mockImplementation(real);
  });

  it('is offered where time was up, and once', async () => {
    vi.mocked(diagnose).mockImplementation(hasNoTimeFor);
    const found = investigation();
    found.begin(MESSAGE, INPUTS);
    await searched(found);
    expect(found.canSearchLonger).toBe(true);
    const first = found.diagnosis;
    const longer = found.searchLonger();
    expect(found.isSearching).toBe(true);
    expect(found.diagnosis).toBe(first);
    await found.searchLonger();
    await longer;
    expect(vi.mocked(diagnose).mock.calls.map(([, options]) => options?.milliseconds)).toEqual([
      1500, 10_000,
    ]);
    expect(found.isSearching).toBe(false);
    expect(found.canSearchLonger).toBe(false);
    expect(found.diagnosis?.tried.complete).toBe(true);
  });

  it('is not offered where everything was tried', async () => {
    const found = investigation();
    found.begin(MESSAGE, INPUTS);
    await searched(found);
    expect(found.diagnosis?.verdict).toBe('unexplained');
    expect(found.diagnosis?.tried.complete).toBe(true);
    expect(found.canSearchLonger).toBe(false);
    await found.searchLonger();
    expect(diagnose).toHaveBeenCalledTimes(1);
  });

  it('ends when something else is typed', async () => {
    vi.mocked(diagnose).mockImplementation(hasNoTimeFor);
    const found = investigation();
    found.begin(MESSAGE, INPUTS);
    await searched(found);
    const first = found.diagnosis;
    const longer = found.searchLonger();
    found.begin(`${MESSAGE} `, INPUTS);
    await longer;
    expect(found.diagnosis).toBe(first);
    expect(found.isSearching).toBe(false);
    found.hostDisconnected();
    expect(found.diagnosis).toBeUndefined();
  });
});
