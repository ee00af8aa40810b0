import { type Judged, judge, readVectors, SOURCES } from '../corpus/judge.ts';
import { expect, test } from './support/test.ts';

const OF_EACH = 5;

/** Some that were made by each program, evenly spread over all whose cause the engine names. */
async function sample(source: (typeof SOURCES)[number]): Promise<(Judged & { readonly typed: object })[]> {
  const { keys, vectors } = readVectors(source);
  const step = Math.max(1, Math.floor(vectors.length / OF_EACH));
  const judged = vectors
    .filter((_, index) => index % step === 0)
    .slice(0, OF_EACH)
    .map(async (vector) => ({
      ...(await judge(source, keys, vector, () => 0)),
      typed: { ...keys, ...vector },
    }));
  return (await Promise.all(judged)).filter(
    ({ judgement }) => judgement !== 'nothing' && judgement !== 'other',
  );
}

/** Fields of the element that a vector may fill. */
const FIELDS = new Set([
  'key',
  'agentKey',
  'signature',
  'theirText',
  'merchantPrivateKey',
  'merchantPublicKey',
  'platformPublicKey',
  'platformPrivateKey',
]);

for (const source of SOURCES) {
  test(`wrong signatures that ${source} made are pasted in, and their cause is named`, async ({
    signatures,
  }) => {
    const chosen = await sample(source);
    expect(chosen.length).toBeGreaterThanOrEqual(OF_EACH - 1);
    await signatures.open();
    await signatures.openDetails();
    for (const { vector, diagnosis, typed } of chosen) {
      await signatures.element.getByRole('button', { name: 'Clear' }).click();
      for (const [name, value] of Object.entries(typed)) {
        if (FIELDS.has(name)) await signatures.element.locator(`#${name}`).fill(String(value));
      }
      await signatures.message.fill(vector.message);
      await expect(signatures.verdict).toHaveClass(/verdict (?:mismatch|undecryptable)/);
      const [first] = diagnosis.findings;
      // What leads to the very same bytes may come first, where more of the search fits into the time.
      const titles = [first, ...(first?.alternatives ?? [])].map((cause) => cause?.title.en ?? '');
      await expect
        .poll(async () => {
          const shown =
            (await signatures.causes.count()) === 0 ? '' : await signatures.causes.first().textContent();
          return titles.some((title) => shown?.includes(title))
            ? 'named'
            : `${shown}, not ${titles.join(' or ')}`;
        })
        .toBe('named');
    }
  });
}
