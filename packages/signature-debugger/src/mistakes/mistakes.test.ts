import { describe, expect, it } from 'vitest';
import { searchMessage } from '../diagnose/search-message.ts';
import { reproduced } from '../diagnose/findings.ts';
import { recognise } from '../recognise/recognise.ts';
import { Budget } from '../search/budget.ts';
import { Calculator } from '../search/calculator.ts';
import { FoundSignature } from '../search/found-signature.ts';
import type { SearchMessage } from '../search/message.ts';
import { digestOf, Search } from '../search/search.ts';
import { stagesOf, withSettings } from '../search/stages.ts';
import { samples } from './fixtures/samples.ts';
import { FAMILIES } from './index.ts';
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

async function namesOf(message: SearchMessage, signature: string): Promise<string[]> {
  const budget = new Budget({ milliseconds: 60_000, now: () => 0 });
  const searched = { ...message, signature };
  const { hits } = await new Search(searched, new FoundSignature(signature), budget).run(
    FAMILIES[message.platform],
    false,
  );
  const finding = reproduced(hits, [], {});
  expect(finding?.title.en).not.toMatch(/[{}]detail|\{field\}/);
  return [finding, ...(finding?.alternatives ?? [])].flatMap((one) => one?.mistakes ?? []);
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

  it.each(samples)('of $name: each is found, in every way to make it', async (sample) => {
    const message = messageOf(sample);
    for (const { mistakes: some } of FAMILIES[message.platform]) {
      for (const mistake of some) await expectToFind(message, mistake);
    }
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

/** Of mistakes with thousands of variants the first few. */
async function expectToFind(message: SearchMessage, mistake: Mistake): Promise<void> {
  const seen = new Set<string>();
  for (const variant of mistake.variants(message)) {
    if (mistake.isAlone === true && seen.size >= 3) return;
    const signature = wrongSignature(message, variant);
    if (signature === undefined || seen.has(signature)) continue;
    seen.add(signature);
    const names = await namesOf(message, signature);
    expect(names, `${mistake.id} ${variant.field ?? ''} ${variant.detail?.en ?? ''}`).toContain(mistake.id);
  }
}
