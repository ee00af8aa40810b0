import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { canonicalizeQuery } from '../canonicalize-query.ts';
import { decodeFlatXml } from '../decode-flat-xml.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

it('keeps nothing of the messages that names came from', () => {
  const message = (index: number) =>
    `<xml><field_with_a_long_name_${index}>1</field_with_a_long_name_${index}><p>字${'x'.repeat(500_000)}</p></xml>`;
  const before = heapInUse();
  for (let index = 0; index < 64; index++) canonicalizeQuery(decodeFlatXml(message(index)));
  expect((heapInUse() - before) / 1_000_000).toBeLessThan(10);
});
