import files from 'suite:files';
import { createMmspClient } from '@yinjian/mmsp';
import { createWechatTransitClient } from '@yinjian/wechat-transit';
import { REPORT } from '../report-line.ts';

// A Worker evaluates what it imports before any request, where it may set no timer and draw no random number. The
// packages bear that.
const packages = [createMmspClient, createWechatTransitClient];

export default {
  async test(_controller: unknown, { provided }: { readonly provided: object }): Promise<void> {
    if (packages.some((one) => typeof one !== 'function')) throw new Error('A package is not there');
    // vitest does not bear it.
    const { run } = await import('./run-tests.ts');
    console.log(`${REPORT}${JSON.stringify(await run(files, provided))}`);
  },
};
