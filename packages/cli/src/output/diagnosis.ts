import type { Title } from '@yinjian/provider-kit';
import type { Diagnosis, Difference, Finding } from '@yinjian/signature-debugger';
import type { Context } from '../context.ts';
import { whiteSpaceInWords } from './canonical.ts';
import { problemInWords, verdictInWords } from './explanation.ts';
import { style } from './style.ts';
import { visible, visibleWhiteSpace } from './visible.ts';
import { searchLonger, whatToDoInWords } from './what-to-do.ts';

type Say = Context['say'];

/** Why a signature does not match, for people: what was found comes first. */
export function diagnosisInWords(diagnosis: Diagnosis, context: Context): string[] {
  const { verdict, findings, difference, explanation } = diagnosis;
  const { say } = context;
  return [
    verdict === 'match' || verdict === 'not_checkable'
      ? verdictInWords(explanation.verdict, context)
      : style(verdict === 'unexplained' ? 'red' : 'yellow', say(headline(verdict, diagnosis.tried))),
    ...explanation.problems.map((problem) => problemInWords(problem, context)),
    ...(verdict === 'unexplained' ? ['', ...whatToDoInWords(diagnosis, say)] : []),
    ...findings.flatMap((finding, index) => ['', ...findingInWords(finding, index + 1, say)]),
    ...(difference === undefined ? [] : ['', ...differenceInWords(difference, say)]),
    ...(verdict === 'match' || verdict === 'not_checkable' ? [] : ['', ...triedInWords(diagnosis, say)]),
  ];
}

const VERDICTS = {
  explained: { en: '✗ The signature does not match, and this is why:', zh: '✗ 签名不符，原因如下：' },
  likely: { en: '✗ The signature does not match. This may be why:', zh: '✗ 签名不符，原因可能如下：' },
  unexplained: {
    en: '✗ The signature does not match, and no known mistake leads to it.',
    zh: '✗ 签名不符，已知的错误都得不出该签名。',
  },
} satisfies Record<string, Title>;

/** That nothing was found proves little where not everything was tried. */
function headline(verdict: keyof typeof VERDICTS, { complete }: Diagnosis['tried']): Title {
  return verdict === 'unexplained' && !complete ? NOT_FOUND_YET : VERDICTS[verdict];
}

const NOT_FOUND_YET: Title = {
  en: '✗ The signature does not match. The reason is not found yet: not everything was tried.',
  zh: '✗ 签名不符，尚未找到原因：未能全部尝试。',
};

function findingInWords(finding: Finding, number: number, say: Say): string[] {
  const {
    title,
    fix,
    certainty,
    mistakes,
    signedText,
    correctedText,
    correctedSignature,
    alternatives = [],
  } = finding;
  const text = (name: Title, value: string | undefined) =>
    value === undefined
      ? []
      : [`   ${style('dim', say(name))}`, ...whiteSpaceInWords(` ${visibleWhiteSpace(value)}`)];
  return [
    `${style('bold', `${number}. ${visible(say(title))}`)}  ${style('dim', `${say(CERTAINTIES[certainty])} [${idsOf(mistakes)}]`)}`,
    `   ${style('green', say(FIX))} ${visible(say(fix))}`,
    ...text({ en: 'what was signed:', zh: '实际签名的文本：' }, signedText),
    ...text({ en: 'what has to be signed:', zh: '应签名的文本：' }, correctedText),
    ...text({ en: 'the right signature:', zh: '正确的签名：' }, correctedSignature),
    ...alternatives.map(
      (other) => `   ${style('dim', `${say(OR)} ${visible(say(other.title))} [${idsOf(other.mistakes)}]`)}`,
    ),
  ];
}

function idsOf(mistakes: Finding['mistakes']): string {
  return mistakes.map(({ id }) => id).join(' + ');
}

const FIX: Title = { en: 'Fix:', zh: '修正：' };
const OR: Title = { en: 'the same signature also comes of:', zh: '以下错误也会得出同样的签名：' };
const CERTAINTIES: Readonly<Record<Finding['certainty'], Title>> = {
  reproduced: { en: 'reproduces the signature', zh: '可重现该签名' },
  likely: { en: 'likely', zh: '可能' },
};

function differenceInWords({ parts, remarks }: Difference, say: Say): string[] {
  const shown = parts.map(({ kind, text }) => {
    const piece = visibleWhiteSpace(text);
    if (kind === 'theirs') return style(['red', 'strikethrough'], `[-${piece}-]`);
    return kind === 'platform' ? style('green', `{+${piece}+}`) : piece;
  });
  return [
    style('bold', say({ en: 'Difference: [-yours-] {+to be signed+}', zh: '差异：[-你的-] {+应签名的+}' })),
    ...whiteSpaceInWords(shown.join('')),
    ...remarks.map(({ message }) => `  • ${visible(say(message))}`),
  ];
}

function triedInWords({ tried, verdict }: Diagnosis, say: Say): string[] {
  const { count, families, complete, milliseconds, notTried } = tried;
  const more = searchLonger(tried);
  const summary = say({
    en: `${count} signatures tried in ${Math.round(milliseconds)} ms${complete ? '' : `; the time was up before everything was tried: ${more}`}`,
    zh: `在 ${Math.round(milliseconds)} 毫秒内尝试了 ${count} 个签名${complete ? '' : `；时限内未能全部尝试：${more}`}`,
  });
  if (verdict !== 'unexplained') return [style('dim', summary)];
  return [
    summary,
    ...(notTried.length === 0
      ? []
      : [
          say({
            en: `Never tried: ${notTried.map(({ en }) => en).join('; ')}`,
            zh: `从不尝试：${notTried.map(({ zh }) => zh).join('；')}`,
          }),
        ]),
    ...families.map(
      ({ title, count: ways, missing }) => `  ${say(title)} (${missing === undefined ? ways : say(missing)})`,
    ),
  ];
}
