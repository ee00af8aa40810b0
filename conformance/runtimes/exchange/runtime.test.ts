import { expect, it } from 'vitest';
import { isPage } from '../runtime-name.ts';
import { directSetting } from './support/setting.ts';

/** What only this runtime has, and nobody imitates. */
function evidence() {
  const { Deno, Bun, process, navigator } = globalThis as {
    Deno?: { version: { deno: string } };
    Bun?: { version: string };
    process?: { version?: string };
    navigator?: { userAgent?: string };
  };
  const agent = navigator?.userAgent ?? '';
  if (Deno !== undefined) return 'deno';
  if (Bun !== undefined) return 'bun';
  if (agent === 'Cloudflare-Workers') return process === undefined ? 'workerd' : 'workerd-nodejs-compat';
  if (agent.includes(' Firefox/')) return 'firefox';
  if (agent.includes('Chrome/')) return 'chromium';
  if (agent.includes(' AppleWebKit/')) return 'webkitgtk';
  return `node-${/^v(\d+)\./.exec(process?.version ?? '')?.[1]}`;
}

/** Not written as a literal, so that no bundler looks for it. */
const nodeModule = ['node', 'buffer'].join(':');

it('is the runtime that it is called', () => {
  expect(evidence()).toBe(directSetting().runtime);
});

it('has the modules of Node, or has not', async () => {
  const { runtime } = directSetting();
  const withoutNode = runtime === 'workerd' || isPage(runtime);
  const loading = import(/* @vite-ignore */ nodeModule).then(
    () => 'loaded',
    () => 'refused',
  );
  expect(await loading).toBe(withoutNode ? 'refused' : 'loaded');
  expect('Buffer' in globalThis).toBe(!withoutNode);
});
