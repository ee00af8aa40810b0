import { onTestFinished, vi } from 'vitest';
import type { Sandbox } from '../sandbox.ts';
import type { SandboxOptions } from '../sandbox-options.ts';
import { startSandbox } from '../start-sandbox.ts';
import { type Respond, startHandlerReceiver, startReceiver } from './receiver.ts';

/** A sandbox for one test, in which a documented minute takes 6 milliseconds. */
export async function testSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ timeScale: 0.0001, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

export async function testReceiver(respond: Respond) {
  const receiver = await startReceiver(respond);
  onTestFinished(() => receiver.close());
  return receiver;
}

export async function testHandlerReceiver(handler: (request: Request) => Promise<Response>) {
  const receiver = await startHandlerReceiver(handler);
  onTestFinished(() => receiver.close());
  return receiver;
}

/** Waits until the assertion holds, as long as a busy machine may take. */
export async function eventually(assertion: () => void): Promise<void> {
  await vi.waitFor(assertion, { timeout: 10_000, interval: 5 });
}
