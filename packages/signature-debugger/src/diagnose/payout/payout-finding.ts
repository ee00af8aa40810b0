import type { Title } from '@yinjian/provider-kit';
import { PAYOUT_MISTAKES, type PayoutMistake, type PayoutMistakeId } from '../../mistakes/payout.ts';
import type { Finding } from '../../types/diagnosis.ts';

/** A mistake, and what it is about. */
export interface Made {
  readonly id: PayoutMistakeId;
  readonly detail?: Title | undefined;
}

/** One finding for mistakes that were made together. */
export function payoutFinding(
  made: readonly Made[],
  certainty: Finding['certainty'],
  rest: Partial<Finding> = {},
): Finding {
  const rows = made.map(({ id, detail }) => {
    const { title, fix }: PayoutMistake = PAYOUT_MISTAKES[id];
    const fill = (language: keyof Title) => title[language].replaceAll('{detail}', detail?.[language] ?? '');
    return { title: { en: fill('en'), zh: fill('zh') }, fix };
  });
  const join = (pick: 'title' | 'fix', language: keyof Title, by: string) =>
    [...new Set(rows.map((row) => row[pick][language]))].join(by);
  return {
    mistakes: made.map(({ id }) => ({ id, fields: [] })),
    certainty,
    title: { en: join('title', 'en', '; '), zh: join('title', 'zh', '；') },
    fix: { en: join('fix', 'en', ' '), zh: join('fix', 'zh', '') },
    ...rest,
  };
}
