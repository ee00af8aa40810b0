/** Where each language of the site is, and what its pages say. */
export const LANGUAGES = {
  en: {
    folder: '',
    lang: 'en',
    home: 'Chinese payment protocols in TypeScript',
    toDebugger: 'Why is my signature wrong?',
    menu: 'Change language',
    label: 'English',
    search: 'Search',
    word: 'notification',
    found: 'Notifications',
    dark: 'Switch to dark theme',
    share: 'Copy a link to share',
    causes: { mmsp: 'Slashes are not escaped', wechat: 'attach', payout: 'ciphertext' },
  },
  zh: {
    folder: 'zh/',
    lang: 'zh-CN',
    home: '用 TypeScript 实现的国内支付协议',
    toDebugger: '签名为什么不对？',
    menu: '语言',
    label: '简体中文',
    search: '搜索',
    word: '通知',
    found: '异步通知',
    dark: '切换到深色',
    share: '复制分享链接',
    causes: { mmsp: '斜杠', wechat: 'attach', payout: '密文' },
  },
} as const;

export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_NAMES = ['en', 'zh'] as const satisfies readonly Language[];

/** The home page, the debugger, two guides and a page of the reference, in the folder of a language. */
export const PAGES = [
  '',
  'debugger.html',
  'signatures/mmsp.html',
  'notifications.html',
  'reference/mmsp-quick-pay.html',
] as const;
