import type { Title } from '@yinjian/provider-kit';
import type { KeyMask } from '../internal/key-mask.ts';
import { SIGNATURE_MISTAKES } from '../mistakes/signature.ts';
import type { Hit, Single } from '../search/search.ts';
import type { Alternative, Finding, MadeMistake } from '../types/diagnosis.ts';

/** What every finding can say of how it should be. */
export type Correction = Pick<Finding, 'correctedText' | 'correctedSignature'>;

const MOST_ALTERNATIVES = 5;

/**
 * The finding that some hits come to: they lead to the same signature, so the likeliest is named and the others are
 * mentioned. What was signed may hold the key: whoever shows it masks it.
 */
export function reproduced(hits: readonly Hit[], correction: Correction): Finding | undefined {
  const [first, ...others] = hits;
  if (first === undefined) return undefined;
  const named = alternativeOf(first);
  const seen = new Set([idOf(named)]);
  const alternatives: Alternative[] = [];
  for (const hit of others) {
    const alternative = alternativeOf(hit);
    if (seen.has(idOf(alternative)) || alternatives.length >= MOST_ALTERNATIVES) continue;
    seen.add(idOf(alternative));
    alternatives.push(alternative);
  }
  return {
    ...named,
    certainty: 'reproduced',
    fix: joined(
      [
        ...first.singles.map((single) => filled(single.mistake.fix, single)),
        ...first.signature.map((id) => SIGNATURE_MISTAKES[id].fix),
        ...(named.mistakes[0]?.id === 'text.differs' ? [TEXT_DIFFERS_FIX] : []),
      ],
      ' ',
      '',
    ),
    signedText: first.text,
    ...correction,
    ...(alternatives.length === 0 ? {} : { alternatives }),
  };
}

function alternativeOf({ singles, signature }: Hit): Alternative {
  const mistakes = [...singles.map(madeMistake), ...signature.map((id) => ({ id, fields: [] }))];
  const titles = [
    ...singles.map((single) => filled(single.mistake.title, single)),
    ...signature.map((id) => SIGNATURE_MISTAKES[id].title),
  ];
  // A hit on the text that somebody signed, when all that came after it was right.
  if (mistakes.length === 0) return { mistakes: [{ id: 'text.differs', fields: [] }], title: TEXT_DIFFERS };
  return { mistakes, title: joined(titles, '; ', '；') };
}

const TEXT_DIFFERS: Title = {
  en: 'The key and the algorithm are right: the signature is that of your text, and only the text is wrong',
  zh: '密钥和算法都对：签名正是你的原文算出来的，只是原文不对',
};
const TEXT_DIFFERS_FIX: Title = {
  en: 'Change your text where it differs from the one to sign.',
  zh: '按差异之处把你的原文改成应签名的原文。',
};

const EMPTY: Title = { en: '', zh: '' };

function madeMistake({ mistake, variant }: Single): MadeMistake {
  return { id: mistake.id, fields: variant.fields ?? [] };
}

function idOf({ mistakes }: Alternative): string {
  return mistakes
    .map(({ id, fields }) => [id, ...fields].join(' '))
    .toSorted()
    .join('; ');
}

function joined(titles: readonly Title[], en: string, zh: string): Title {
  // Two mistakes of a kind may have the same remedy.
  const ofLanguage = (language: keyof Title) => [...new Set(titles.map((title) => title[language]))];
  return { en: ofLanguage('en').join(en), zh: ofLanguage('zh').join(zh) };
}

function filled(title: Title, { variant }: Single): Title {
  const { fields = [], detail = EMPTY } = variant;
  const fill = (text: string, words: string) =>
    text.replaceAll('{field}', fields.join(', ')).replaceAll('{detail}', words);
  return { en: fill(title.en, detail.en), zh: fill(title.zh, detail.zh) };
}

/** A key may have become part of what was signed. */
export function withoutKeys(finding: Finding, mask: KeyMask): Finding {
  const { signedText, correctedText } = finding;
  return {
    ...finding,
    ...(signedText === undefined ? {} : { signedText: mask.hide(signedText) }),
    ...(correctedText === undefined ? {} : { correctedText: mask.hide(correctedText) }),
  };
}
