import type { Title } from '@yinjian/provider-kit';
import type { Explanation, Problem, Recognised } from '@yinjian/signature-debugger';
import type { Context } from '../context.ts';
import { stepInWords } from './steps.ts';
import { style } from './style.ts';
import { visible } from './visible.ts';

/** A message, explained for people. */
export function explanationInWords(explanation: Explanation, context: Context): string[] {
  const { recognised, steps, verdict, problems } = explanation;
  return [
    ...recognisedInWords(recognised, context),
    ...problems.map((problem) => problemInWords(problem, context)),
    ...steps.flatMap((step, index) => [
      '',
      style('bold', `${index + 1} ${context.say(step.title)}`),
      ...stepInWords(step, context),
    ]),
    '',
    verdictInWords(verdict, context),
  ];
}

export function verdictInWords({ result, message }: Explanation['verdict'], { say }: Context): string {
  if (result === 'match') return style('green', `✓ ${say(message)}`);
  const isBad = result === 'mismatch' || result === 'undecryptable' || result === 'unreadable';
  return style(isBad ? 'red' : 'yellow', `${isBad ? '✗' : '•'} ${say(message)}`);
}

export function problemInWords({ severity, message }: Problem, { say }: Context): string {
  return style(severity === 'error' ? 'red' : 'yellow', `! ${visible(say(message))}`);
}

function recognisedInWords(recognised: Recognised, { say }: Context): string[] {
  const { platform, direction, operation, title, containers, because } = recognised;
  const what = [
    ...(platform === undefined ? [] : [say(PLATFORMS[platform])]),
    ...(direction === undefined ? [] : [say(DIRECTIONS[direction])]),
    ...(operation === undefined ? [] : [operation]),
    ...(title === undefined ? [] : [say(title)]),
  ];
  return [
    style('bold', what.length === 0 ? say({ en: 'Not recognised', zh: '无法识别' }) : what.join(' · ')),
    ...(containers.length === 0
      ? []
      : [`  ${say({ en: 'inside:', zh: '外层：' })} ${containers.join(' › ')}`]),
    ...because.map((reason) => style('dim', `  ${visible(say(reason))}`)),
  ];
}

const PLATFORMS = {
  mmsp: { en: 'MMSP', zh: 'MMSP' },
  'wechat-transit': { en: 'WeChat Pay v2', zh: '微信支付 v2' },
} satisfies Record<string, Title>;

const DIRECTIONS = {
  request: { en: 'request', zh: '请求' },
  reply: { en: 'reply', zh: '应答' },
  notification: { en: 'notification', zh: '通知' },
} satisfies Record<string, Title>;
