import { expect, it } from 'vitest';
import { issueInWords } from './issue.ts';

it.each([
  ['missing', 'is required', '未给出'],
  ['missing', 'is required: give ORDERNO or MERORDERID', '未给出：ORDERNO 或 MERORDERID（至少给出一个）'],
  [
    'invalid_value',
    'is longer than 32 characters, and must be digits only',
    '取值不合规则：超过 32 个字符，且只能是数字',
  ],
  ['invalid_value', 'must be something that no table of ours has', '取值不合规则'],
  [
    'conflict',
    'is only for trade_scene BUS or METRO',
    '与其他取值矛盾：仅用于 trade_scene 为 BUS 或 METRO 时',
  ],
] as const)('says in Chinese: %s, %s', (code, message, chinese) => {
  const { en, zh } = issueInWords({ path: 'x', code, message });
  expect([en, zh]).toEqual([`x ${message}`, `x ${chinese}`]);
});
