import { describe, expect, it } from 'vitest';
import { payoutBehaviours } from './mmsp/payout/index.ts';
import { quickPayBehaviours } from './mmsp/quick-pay/index.ts';
import { transitBehaviours } from './wechat-transit/index.ts';

describe('every behaviour', () => {
  it('stands under the name of its operation', () => {
    for (const [name, { definition }] of Object.entries({ ...quickPayBehaviours, ...payoutBehaviours })) {
      expect(definition.name).toBe(name);
    }
    for (const [name, { definition }] of Object.entries(transitBehaviours)) {
      expect([definition.partner.name, definition.direct.name]).toEqual([name, name]);
    }
  });
});
