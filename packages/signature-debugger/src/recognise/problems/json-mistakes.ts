import type { Title } from '@yinjian/provider-kit';
import type { ProblemCode } from '../../types/problem.ts';

/** What is wrong at a place where JSON ends being JSON. */
export interface JsonMistake {
  readonly code: ProblemCode;
  readonly words: Title;
}

/** Names the mistake at the offset where reading a JSON text failed with `json_syntax`. */
export function jsonMistake(text: string, offset: number): JsonMistake {
  const rest = text.slice(offset);
  const before = text.slice(0, offset).trimEnd();
  const [character = ''] = rest;
  if (rest === '') return TRUNCATED;
  if (/^['`]/.test(rest)) return SINGLE;
  if (/^[“”„‟‘’]/.test(rest)) return SMART;
  if (/^[，：；｛｝［］＂]/.test(rest)) return FULL_WIDTH;
  if (character === '\\') return ESCAPE;
  if (/^\/[/*]/.test(rest) || character === '#') return COMMENT;
  if (/^[}\]]/.test(rest) && before.endsWith(',')) return TRAILING_COMMA;
  if (/^(?:undefined|NaN|[+-]?Infinity|None|True|False)\b/.test(rest)) return JS_VALUE;
  if (/^[{,]$/.test(before.slice(-1)) && /^[A-Za-z_$][\w$]*\s*:/.test(rest)) return UNQUOTED;
  if (before.endsWith('"') && /^[^\s:,}\]]/.test(rest))
    return /^["{[\d-]/.test(rest) ? MISSING_COMMA : UNESCAPED;
  if (/["\d\]}el]$/.test(before) && /^["{[]/.test(rest)) return MISSING_COMMA;
  return { code: 'json_syntax', words: expectation(before, character) };
}

/** What could stand where something else stands. */
function expectation(before: string, found: string): Title {
  const shown = /^[!-~]$/.test(found) ? `“${found}”` : undefined;
  const zh = shown === undefined ? '' : `，不能是 ${shown}`;
  const en = shown === undefined ? '' : `, not ${shown}`;
  switch (before.slice(-1)) {
    case '':
      return { zh: `不是 JSON：应以 { 开头${zh}`, en: `not JSON: expected it to start with {${en}` };
    case '{':
      return {
        zh: `不是 JSON：此处应为双引号括起的字段名或 }${zh}`,
        en: `not JSON: expected a field name in double quotes, or }${en}`,
      };
    case ',':
      return {
        zh: `不是 JSON：逗号之后应为双引号括起的字段名或一个值${zh}`,
        en: `not JSON: after a comma, expected a field name in double quotes, or a value${en}`,
      };
    case ':':
      return {
        zh: `不是 JSON：冒号之后应为一个值${zh}`,
        en: `not JSON: expected a value after the colon${en}`,
      };
    default:
      return {
        zh: `不是 JSON：此处应为逗号、冒号或括号${zh}`,
        en: `not JSON: expected a comma, a colon or a bracket${en}`,
      };
  }
}

const TRUNCATED: JsonMistake = {
  code: 'truncated',
  words: {
    zh: '报文不完整：JSON 还没有结束就断了（日志截断？）',
    en: 'the message is cut off: the JSON breaks off before its end (a log that cuts lines?)',
  },
};

const SINGLE: JsonMistake = {
  code: 'single_quotes',
  words: {
    zh: '不是 JSON：用了单引号，应为双引号 "（可能是 JavaScript 或 Python 的写法）',
    en: 'not JSON: a single quote where a double quote " is expected (JavaScript or Python notation?)',
  },
};

const SMART: JsonMistake = {
  code: 'smart_quotes',
  words: {
    zh: '不是 JSON：用了中文（弯）引号 “ ”，应为直的双引号 "（可能经过 Word 或聊天软件转发）',
    en: 'not JSON: typographic quotes “ ” where straight ones " are expected (copied through an editor or a chat?)',
  },
};

const FULL_WIDTH: JsonMistake = {
  code: 'full_width',
  words: {
    zh: '不是 JSON：用了全角标点，应为半角',
    en: 'not JSON: full-width punctuation where ASCII is expected',
  },
};

const COMMENT: JsonMistake = {
  code: 'json_comment',
  words: { zh: '不是 JSON：JSON 里不能有注释', en: 'not JSON: JSON has no comments' },
};

const ESCAPE: JsonMistake = {
  code: 'json_syntax',
  words: {
    zh: '不是 JSON：反斜杠只能写成 \\" \\\\ \\/ \\b \\f \\n \\r \\t 或 \\uXXXX，且只能在字符串里',
    en: 'not JSON: a backslash is only written \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\uXXXX, and only in a string',
  },
};

const TRAILING_COMMA: JsonMistake = {
  code: 'trailing_comma',
  words: {
    zh: '不是 JSON：最后一个字段之后多了一个逗号',
    en: 'not JSON: there is a comma after the last field',
  },
};

const JS_VALUE: JsonMistake = {
  code: 'js_value',
  words: {
    zh: '不是 JSON：值只能是字符串、数字、true、false、null、对象或数组',
    en: 'not JSON: a value is a string, a number, true, false, null, an object or an array',
  },
};

const UNQUOTED: JsonMistake = {
  code: 'unquoted_name',
  words: {
    zh: '不是 JSON：字段名没有双引号（JavaScript 对象的写法，或 shell 去掉了引号）',
    en: 'not JSON: a field name without double quotes (a JavaScript literal, or a shell took them away)',
  },
};

const MISSING_COMMA: JsonMistake = {
  code: 'missing_comma',
  words: { zh: '不是 JSON：两项之间缺少逗号', en: 'not JSON: a comma is missing between two items' },
};

const UNESCAPED: JsonMistake = {
  code: 'unescaped_quote',
  words: {
    zh: '不是 JSON：字符串在这里之前已经结束，其中的双引号应写成 \\"',
    en: 'not JSON: the string has ended before this; a double quote in it must be written \\"',
  },
};
