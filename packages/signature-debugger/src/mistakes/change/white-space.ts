import { FINAL } from '../fields/signed.ts';
import { defineFamily } from '../mistake.ts';
import { otherTexts, rareAfter } from './one-field.ts';

/** White space that a field has in the message or had when it was signed. */
export const whiteSpace = /* @__PURE__ */ defineFamily({
  id: 'white_space',
  title: { en: 'White space around a value', zh: '字段值首尾的空白' },
  mistakes: [
    {
      id: 'white_space.trimmed',
      cost: 2,
      title: {
        en: '{field} has white space around it in the message that was not there when it was signed',
        zh: '{field} 在报文里首尾带有空白，签名时没有',
      },
      fix: FINAL,
      variants: otherTexts((value) => [value.trim(), value.trimEnd(), value.trimStart()]),
    },
    {
      id: 'white_space.added',
      cost: 4,
      title: {
        en: '{field} had white space around it when it was signed, which the message has not',
        zh: '{field} 签名时首尾带有空白，报文里没有',
      },
      fix: FINAL,
      variants: otherTexts(
        (value) =>
          value === ''
            ? [' ']
            : [
                `${value} `,
                `${value}\n`,
                ` ${value}`,
                `${value}\r\n`,
                `${value}\t`,
                `\t${value}`,
                `${value}\u00a0`,
              ],
        rareAfter(1),
      ),
    },
    {
      id: 'white_space.line_ends',
      cost: 2,
      title: { en: '{field} was signed with other line ends', zh: '{field} 签名时换行符不同' },
      fix: FINAL,
      variants: otherTexts((value) =>
        value.includes('\n')
          ? [value.replace(/\r?\n/g, '\r\n'), value.replace(/\r?\n/g, '\n'), value.replace(/\r?\n/g, ' ')]
          : [],
      ),
    },
  ],
});
