import type { Title } from '@yinjian/provider-kit';

interface Place {
  /** What was signed there; what has to be signed. */
  readonly theirs: string;
  readonly platform: string;
}

/** White space, and what has no width at all. */
const BLANK = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+$/;

/** What a place where two texts differ shows: the first that fits. */
const readings: readonly ((place: Place) => Title | undefined)[] = [
  ({ theirs, platform }) =>
    /^(\\\/)+$/.test(platform) && theirs === platform.replaceAll('\\', '')
      ? { en: 'you signed /, the platform signs \\/', zh: '你签的是 /，平台签的是 \\/' }
      : undefined,
  ({ theirs, platform }) =>
    platform === '/' && /^\\+\/?$/.test(theirs)
      ? { en: 'you signed \\/, the platform signs /', zh: '你签的是 \\/，平台签的是 /' }
      : undefined,
  ({ theirs, platform }) =>
    /^(\\u[0-9a-f]{4})+$/i.test(theirs) && /^[^\0-\u007f]+$/.test(platform)
      ? {
          en: 'you signed \\uXXXX, the platform signs the characters themselves',
          zh: '你签的是 \\uXXXX，平台签的是字符本身',
        }
      : undefined,
  ({ theirs, platform }) =>
    theirs !== '' && platform === '' && BLANK.test(theirs)
      ? {
          en: `you signed white space (${visible(theirs)}) that does not belong there`,
          zh: `你签的文本多了空白（${visible(theirs)}）`,
        }
      : undefined,
  ({ theirs, platform }) =>
    platform !== '' && theirs === '' && BLANK.test(platform)
      ? {
          en: `white space (${visible(platform)}) is missing in what you signed`,
          zh: `你签的文本少了空白（${visible(platform)}）`,
        }
      : undefined,
  ({ theirs, platform }) =>
    theirs !== '' && decoded(theirs) === platform
      ? {
          en: 'you signed it URL-encoded, the platform signs it as it is',
          zh: '你签的是 URL 编码后的值，平台签的是原值',
        }
      : undefined,
  ({ theirs, platform }) =>
    /^&(amp|lt|gt|quot|#\d+);$/.test(theirs) && platform.length === 1
      ? {
          en: `you signed ${theirs}, the platform signs ${platform}`,
          zh: `你签的是 ${theirs}，平台签的是 ${platform}`,
        }
      : undefined,
  ({ theirs, platform }) =>
    theirs === '"' && platform === ''
      ? { en: 'you signed a quote too many', zh: '你签的文本多了引号' }
      : undefined,
  ({ theirs, platform }) =>
    theirs === '' && platform === '"'
      ? { en: 'a quote is missing in what you signed', zh: '你签的文本少了引号' }
      : undefined,
  ({ theirs, platform }) =>
    theirs !== '' && theirs.toLowerCase() === platform.toLowerCase()
      ? { en: 'you signed it in another case', zh: '你签的文本大小写不同' }
      : undefined,
  ({ theirs, platform }) => (theirs === '' ? missing(platform) : undefined),
  ({ theirs, platform }) =>
    platform === ''
      ? { en: `you signed ${shown(theirs)} as well`, zh: `你签的文本多了 ${shown(theirs)}` }
      : undefined,
];

/** Says what a place where two texts differ shows. */
export function inWords(theirs: string, platform: string): Title {
  for (const read of readings) {
    const title = read({ theirs, platform });
    if (title !== undefined) return title;
  }
  return {
    en: `you signed ${shown(theirs)}, the platform signs ${shown(platform)}`,
    zh: `你签的是 ${shown(theirs)}，平台签的是 ${shown(platform)}`,
  };
}

function missing(platform: string): Title {
  const name = /"([^"\\]+)":/.exec(platform)?.[1] ?? /(?:^|&)(\w+)=/.exec(platform)?.[1];
  if (name !== undefined) {
    return { en: `${name} is missing in what you signed`, zh: `你签的文本里没有 ${name}` };
  }
  return { en: `${shown(platform)} is missing in what you signed`, zh: `你签的文本少了 ${shown(platform)}` };
}

function decoded(text: string): string | undefined {
  try {
    return text.includes('%') ? decodeURIComponent(text.replaceAll('+', ' ')) : undefined;
  } catch {
    return undefined;
  }
}

const NAMES: Readonly<Record<string, string>> = { ' ': '␠', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What nobody sees, or takes for a blank: by its code point. */
const INVISIBLE = /[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;

function nameOf(invisible: string): string {
  return `U+${invisible.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Of white space, what it is. */
function visible(text: string): string {
  return shown(Array.from(text, (character) => NAMES[character] ?? character).join(''));
}

const LONGEST = 40;

function shown(text: string): string {
  if (/^\s$/.test(text) && text in NAMES) return NAMES[text] ?? text;
  const characters = Array.from(text);
  const part = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
  return part.replaceAll(INVISIBLE, nameOf);
}
