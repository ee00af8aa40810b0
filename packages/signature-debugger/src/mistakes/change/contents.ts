import { formatChinaTime, parseChinaTime } from '@yinjian/protocol-codec';
import { scalar, text } from '../../search/value.ts';
import { FINAL } from '../fields/signed.ts';
import { defineFamily } from '../mistake.ts';
import { otherTexts, otherValues } from './one-field.ts';

/** One field that had another content when it was signed. */
export const contents = /* @__PURE__ */ defineFamily({
  id: 'contents',
  title: { en: 'Content of a field', zh: '单个字段的内容' },
  mistakes: [
    {
      id: 'contents.set_afterwards',
      cost: 4,
      title: {
        en: '{field} was empty when it was signed and set afterwards',
        zh: '{field} 签名时是空的，签名后才赋值',
      },
      fix: FINAL,
      variants: otherValues((value, _field, { platform }) =>
        platform === 'mmsp' && value.kind === 'string' && value.value !== '' ? [text('')] : [],
      ),
    },
    {
      id: 'contents.time',
      cost: 3,
      title: {
        en: '{field} was signed as {detail}: the time was taken twice',
        zh: '{field} 签名时是 {detail}：时间取了两次',
      },
      fix: {
        en: 'Take the time once, then sign and send the same value. Times are in UTC+8.',
        zh: '时间只取一次，签名和发送用同一个值；一律用东八区时间。',
      },
      variants: otherValues((value) => {
        if (value.kind !== 'string') return [];
        return SHIFTS.flatMap((seconds, index) => {
          const other = shifted(value.value, seconds);
          return other === undefined
            ? []
            : [{ value: text(other), detail: { en: other, zh: other }, extra: index < 4 ? 0 : 2 }];
        });
      }),
    },
    {
      id: 'contents.documented_value',
      cost: 5,
      title: {
        en: '{field} had another of its documented values when it was signed',
        zh: '{field} 签名时是文档中的另一个取值',
      },
      fix: FINAL,
      variants: otherTexts((_value, { row }) => Object.keys(row?.values ?? {})),
    },
    {
      id: 'contents.default',
      cost: 5,
      title: {
        en: '{field} had its default value when it was signed',
        zh: '{field} 签名时是默认值',
      },
      fix: FINAL,
      variants: otherValues((value, { row }) =>
        row?.default === undefined ? [] : [value.kind === 'scalar' ? scalar(row.default) : text(row.default)],
      ),
    },
  ],
});

/** Seconds; then the hours by which UTC and China differ. */
const SHIFTS = [-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -8 * 3600, 8 * 3600];

function shifted(time: string, seconds: number): string | undefined {
  try {
    if (/^20\d{12}$/.test(time)) {
      const at = parseChinaTime(time, 'yyyyMMddHHmmss').getTime() + seconds * 1000;
      return formatChinaTime(new Date(at), 'yyyyMMddHHmmss');
    }
  } catch {
    return undefined;
  }
  if (/^1\d{9}$/.test(time)) return String(Number(time) + seconds);
  return undefined;
}
