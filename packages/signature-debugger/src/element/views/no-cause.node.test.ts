import { describe, expect, it } from 'vitest';
import { explain } from '../../explain.ts';
import { keyAdvice } from './no-cause.ts';

describe('which key to compare', () => {
  it.each([
    ['{"CommandID":771,"Body":{"AMT":"1"},"Sign":"00"}', /the agent's or the merchant's/],
    ['<xml><appid>wx1</appid><mch_id>1</mch_id><sign>00</sign></xml>', /APIv2 key/],
    ['{"ENCRYPT":"AAAA","SIGN":"AAAA"}', /the pair/],
  ])('%s', async (message, advice) => {
    const { recognised } = await explain(message);
    expect(keyAdvice(recognised).en).toMatch(advice);
  });
});
