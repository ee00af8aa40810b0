import type { Title } from '@yinjian/provider-kit';
import type { CompareStep, ExplainedField, RsaSignatureStep, Step } from '@yinjian/signature-debugger';
import type { Context } from '../context.ts';
import { canonicalInWords, whiteSpaceInWords } from './canonical.ts';
import { style } from './style.ts';
import { columns } from './table.ts';
import { visible, visibleWhiteSpace } from './visible.ts';

type Say = Context['say'];

/** What a step of signing or checking shows. */
export function stepInWords(step: Step, context: Context): string[] {
  const { say } = context;
  switch (step.kind) {
    case 'fields':
      return columns(step.fields.map((field, index) => fieldRow(field, step.fields[index - 1], say)));
    case 'order':
      return [`  ${step.names.map(visible).join(' < ')}`];
    case 'canonical':
      return [...canonicalInWords(step, context), ...legend(step.text, say)];
    case 'append':
      return [`  ${style('magenta', visible(step.text))}`];
    case 'digest':
      return [
        `  ${step.algorithm}, ${say({ en: `of ${step.inputBytes} bytes`, zh: `输入 ${step.inputBytes} 字节` })}`,
        ...(step.expected === undefined ? [] : [`  ${step.expected}`]),
      ];
    case 'compare':
      return comparison(step, say);
    case 'blocks':
      return [
        `  ${say({ en: `${step.bytes} bytes`, zh: `${step.bytes} 字节` })}${
          step.count === undefined ? '' : ` = ${step.count} × ${step.blockBytes}`
        }`,
        ...(step.plainBytes === undefined
          ? []
          : [
              `  ${say({ en: 'plain bytes of each:', zh: '各段明文字节数：' })} ${step.plainBytes.join(' + ')}`,
            ]),
      ];
    case 'plaintext':
      return [...whiteSpaceInWords(visibleWhiteSpace(step.text)), ...legend(step.text, say)];
    case 'rsa-signature':
      return signature(step, say);
  }
}

/** A reason stands only with the first of those that share it. */
function fieldRow(
  { name, value, title, valueTitle, signed, why, unknown }: ExplainedField,
  before: ExplainedField | undefined,
  say: Say,
): string[] {
  const sign = signed ? style('green', '✓') : style('dim', '–');
  const meaning = valueTitle === undefined ? '' : ` ${say(valueTitle)}`;
  const told = title === undefined ? '' : say(title);
  return [
    `${sign} ${visible(name)}`,
    `${shortened(visible(value))}${meaning}`,
    unknown ? style('yellow', told || say({ en: 'in no table', zh: '文档未列出' })) : told,
    before !== undefined && say(before.why) === say(why) ? '' : style('dim', say(why)),
  ];
}

const LONGEST_SHOWN = 60;

/** The whole of it stands in the text that is signed. */
function shortened(value: string): string {
  const line = value.replaceAll('\n', '⏎');
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN - 1)}…`;
}

function comparison({ expected, found, matches }: CompareStep, say: Say): string[] {
  const colour = matches === true ? 'green' : matches === false ? 'red' : 'yellow';
  return columns([
    [say({ en: 'calculated', zh: '计算' }), expected ?? say(ABSENT)],
    [
      say({ en: 'found', zh: '报文' }),
      style(colour, found === undefined ? say(ABSENT) : visibleWhiteSpace(found)),
    ],
  ]);
}

const ABSENT: Title = { en: '(none)', zh: '（无）' };

function signature(
  { algorithm, key, hasKey, inputBytes, signatureBytes, matches }: RsaSignatureStep,
  say: Say,
): string[] {
  const details = [
    `${algorithm} · ${key}${hasKey ? '' : say({ en: ' (not given)', zh: '（未给出）' })}`,
    ...(inputBytes === undefined
      ? []
      : [say({ en: `over ${inputBytes} bytes`, zh: `明文 ${inputBytes} 字节` })]),
    ...(signatureBytes === undefined
      ? []
      : [say({ en: `signature of ${signatureBytes} bytes`, zh: `签名 ${signatureBytes} 字节` })]),
  ];
  const result: Title[] =
    matches === undefined
      ? []
      : [matches ? { en: 'it matches', zh: '相符' } : { en: 'it does not match', zh: '不符' }];
  return [
    `  ${details.join(' · ')}`,
    ...result.map((title) => `  ${style(matches === true ? 'green' : 'red', say(title))}`),
  ];
}

/** What the signs in the place of white space stand for, where there are any. */
function legend(text: string, say: Say): string[] {
  const meant = [
    ...(text.includes(' ') ? [say({ en: '␠ is a space', zh: '␠ 为空格' })] : []),
    ...(text.includes('\n') ? [say({ en: '␊ a line feed', zh: '␊ 为换行' })] : []),
    ...(text.includes('\t') ? [say({ en: '␉ a tab', zh: '␉ 为制表符' })] : []),
  ];
  return meant.length === 0 ? [] : [style('dim', `  (${meant.join(', ')})`)];
}
