import { describe, expect, it } from 'vitest';
import { reproduced } from '../diagnose/findings.ts';
import { searchMessage } from '../diagnose/search-message.ts';
import { recognise } from '../recognise/recognise.ts';
import { Budget } from '../search/budget.ts';
import { Calculator } from '../search/calculator.ts';
import { FoundSignature } from '../search/found-signature.ts';
import type { SearchMessage } from '../search/message.ts';
import { digestOf, Search } from '../search/search.ts';
import { stagesOf, withSettings } from '../search/stages.ts';
import { samples } from './fixtures/samples.ts';
import { FAMILIES, type SearchedFamily } from './index.ts';
import type { Mistake, Variant } from './mistake.ts';
import { SIGNATURE_MISTAKES } from './signature.ts';

const all = [...new Set(Object.values(FAMILIES).flat())];
const mistakes = all.flatMap((family) => family.mistakes.map((mistake) => ({ family, mistake })));

function messageOf({ message, options }: (typeof samples)[number]): SearchMessage {
  const read = searchMessage(recognise(message), options);
  if (read === undefined) throw new Error('The sample cannot be searched');
  return read;
}

/** The signature that somebody gets who makes a mistake; nothing where it changes none. */
function wrongSignature(message: SearchMessage, { set }: Variant): string | undefined {
  const calculator = new Calculator();
  const right = digestOf(calculator.single(message.base, 0));
  const wrong = digestOf(calculator.single(withSettings(message.base, set), stagesOf(set)));
  return wrong === right ? undefined : wrong;
}

async function namesOf(message: SearchMessage, family: SearchedFamily, signature: string): Promise<string[]> {
  const budget = new Budget({ milliseconds: 60_000, now: () => 0 });
  const search = new Search(message, new FoundSignature(signature), budget);
  await search.trySingles([family]);
  if (search.result.hits.length === 0) await search.tryPairs();
  const finding = reproduced(search.result.hits, {});
  return [finding, ...(finding?.alternatives ?? [])].flatMap(
    (one) => one?.mistakes.map(({ id }) => id) ?? [],
  );
}

describe('mistakes', () => {
  it('have names that tell them apart', () => {
    const ids = [...mistakes.map(({ mistake }) => mistake.id), ...Object.keys(SIGNATURE_MISTAKES)];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z_]+\.[a-z0-9_]+$/);
    for (const { family, mistake } of mistakes) expect(mistake.id.split('.')[0]).toBe(family.id);
  });

  it('say what is wrong and what to do in both languages', () => {
    for (const { mistake } of mistakes) {
      for (const { en, zh } of [mistake.title, mistake.fix]) {
        expect(en).toMatch(/\w/);
        expect(zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('cost more, the less likely they are', () => {
    for (const { mistake } of mistakes) expect(mistake.cost).toBeGreaterThanOrEqual(1);
  });

  it.each(samples)('of $name: each is found again', async (sample) => {
    const message = messageOf(sample);
    const lost: string[] = [];
    for (const family of FAMILIES[message.platform]) {
      for (const mistake of family.mistakes) {
        if (!(await isFoundAgain(message, family, mistake))) lost.push(mistake.id);
      }
    }
    expect(lost).toEqual([]);
  });

  it('can each be made with one of the samples', () => {
    const made = new Set<string>();
    for (const message of samples.map(messageOf)) {
      for (const { mistake } of mistakes) {
        for (const variant of mistake.variants(message)) {
          if (wrongSignature(message, variant) !== undefined) made.add(mistake.id);
        }
      }
    }
    expect(mistakes.map(({ mistake }) => mistake.id).filter((id) => !made.has(id))).toEqual([]);
  });
});

/** In the first way that changes anything. */
async function isFoundAgain(
  message: SearchMessage,
  family: SearchedFamily,
  mistake: Mistake,
): Promise<boolean> {
  for (const variant of mistake.variants(message)) {
    const signature = wrongSignature(message, variant);
    if (signature === undefined) continue;
    const names = await namesOf(message, family, signature);
    // What is tried alone is not tried where another was found.
    return mistake.isAlone === true ? names.length > 0 : names.includes(mistake.id);
  }
  return true;
}
