import { expect, it } from 'vitest';
import { canonicalizeQuery } from '../canonicalize-query.ts';
import { decodeFlatXml } from '../decode-flat-xml.ts';

// Not static imports: the types of Node are not in the program of this package, lest its source use them.
const moduleOf = async (specifier: string): Promise<unknown> => await import(specifier);
const v8 = (await moduleOf('node:v8')) as {
  setFlagsFromString(flag: string): void;
  getHeapStatistics(): { readonly used_heap_size: number };
};
const vm = (await moduleOf('node:vm')) as { runInNewContext(code: string): unknown };

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

function heapInUse(): number {
  collectGarbage();
  return v8.getHeapStatistics().used_heap_size;
}

it('keeps nothing of the messages that names came from', () => {
  const message = (index: number) =>
    `<xml><field_with_a_long_name_${index}>1</field_with_a_long_name_${index}><p>字${'x'.repeat(500_000)}</p></xml>`;
  const before = heapInUse();
  for (let index = 0; index < 64; index++) canonicalizeQuery(decodeFlatXml(message(index)));
  expect((heapInUse() - before) / 1_000_000).toBeLessThan(10);
});
