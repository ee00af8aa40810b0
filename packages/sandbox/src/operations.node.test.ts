import { describe, expect, it } from 'vitest';
import type { World } from './internal/world.ts';
import { gatewayBehaviours } from './mmsp/gateway/index.ts';
import { payoutBehaviours } from './mmsp/payout/index.ts';
import { createQuickPayBehaviours } from './mmsp/quick-pay/index.ts';
import { TextMessages } from './mmsp/quick-pay/text-messages.ts';
import { createScanPayBehaviours } from './mmsp/scan-pay/index.ts';
import { EXAMPLES } from './testing/every-operation.ts';
import { transitBehaviours } from './wechat-transit/index.ts';

const mmspBehaviours = {
  ...createQuickPayBehaviours(new TextMessages({} as World)),
  ...gatewayBehaviours,
  ...createScanPayBehaviours(),
  ...payoutBehaviours,
};

describe('every behaviour', () => {
  it('stands under the name of its operation', () => {
    for (const [name, { definition }] of Object.entries(mmspBehaviours)) expect(definition.name).toBe(name);
    for (const [name, { definition }] of Object.entries(transitBehaviours)) {
      expect([definition.partner.name, definition.direct.name]).toEqual([name, name]);
    }
  });

  it('has an example that is run against every fault, but for the form, which no client sends', () => {
    const names = [...Object.keys(mmspBehaviours), ...Object.keys(transitBehaviours)];
    expect(names.filter((name) => !Object.hasOwn(EXAMPLES, name))).toEqual(['gateway.pay']);
  });
});
