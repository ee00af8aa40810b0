import type { DefaultTheme } from 'vitepress';

type Language = 'en' | 'zh';
type Title = Readonly<Record<Language, string>>;

/** Every page of the guides and the reference. */
const PAGES: readonly (readonly [Title, readonly (readonly [path: string, title: Title])[]])[] = [
  [
    { en: 'Start in five minutes', zh: '五分钟上手' },
    [
      ['start/', { en: 'Install and run', zh: '安装与运行' }],
      ['start/wechat-transit', { en: 'WeChat transit deduction', zh: '微信交通委托代扣' }],
      ['start/quick-pay', { en: 'MMSP quick pay', zh: 'MMSP 快捷支付' }],
      ['start/scan-pay', { en: 'MMSP scan pay', zh: 'MMSP 扫码支付' }],
      ['start/gateway', { en: 'MMSP gateway', zh: 'MMSP 网关支付' }],
      ['start/payout', { en: 'MMSP payout', zh: 'MMSP 代付' }],
      ['start/runtimes', { en: 'Runtimes', zh: '运行环境' }],
    ],
  ],
  [
    { en: 'Guides', zh: '指南' },
    [
      ['outcomes', { en: 'Outcomes, and unknown', zh: '结果与 unknown' }],
      ['notifications', { en: 'Notifications', zh: '异步通知' }],
      ['certificates', { en: 'Client certificates', zh: '客户端证书' }],
      ['security', { en: 'Security', zh: '安全' }],
    ],
  ],
  [
    { en: 'Signatures', zh: '签名' },
    [
      ['debugger', { en: 'Signature debugger', zh: '签名调试器' }],
      ['signatures/mmsp', { en: 'MMSP: MD5 over JSON', zh: 'MMSP：对 JSON 作 MD5' }],
      ['signatures/wechat', { en: 'WeChat Pay v2', zh: '微信支付 v2' }],
      ['signatures/payout', { en: 'MMSP payout: RSA', zh: 'MMSP 代付：RSA' }],
    ],
  ],
  [
    { en: 'Moving from', zh: '迁移' },
    [
      ['migration/wechatpay-axios-plugin', { en: 'wechatpay-axios-plugin', zh: 'wechatpay-axios-plugin' }],
      ['migration/tenpay', { en: 'tenpay', zh: 'tenpay' }],
      ['migration/php-java-demos', { en: 'PHP and Java demos', zh: '平台的 PHP、Java 示例' }],
    ],
  ],
  [
    { en: 'Reference', zh: '参考' },
    [
      ['reference/', { en: 'How to read it', zh: '阅读说明' }],
      ['reference/wechat-transit', { en: 'WeChat transit deduction', zh: '微信交通委托代扣' }],
      ['reference/mmsp-quick-pay', { en: 'MMSP quick pay', zh: 'MMSP 快捷支付' }],
      ['reference/mmsp-scan-pay', { en: 'MMSP scan pay', zh: 'MMSP 扫码支付' }],
      ['reference/mmsp-gateway', { en: 'MMSP gateway', zh: 'MMSP 网关支付' }],
      ['reference/mmsp-payout', { en: 'MMSP payout', zh: 'MMSP 代付' }],
      ['errata', { en: 'Errata of the documents', zh: '文档勘误' }],
      ['releasing', { en: 'Releasing', zh: '发布' }],
    ],
  ],
];

/** The modules whose docstrings become pages; see `typedoc.json`. */
const API = [
  'wechat-transit',
  'mmsp/',
  'mmsp/quick-pay',
  'mmsp/scan-pay',
  'mmsp/gateway',
  'mmsp/payout',
  'sandbox',
  'signature-debugger',
  'signature-debugger/element',
  'provider-kit',
  'protocol-codec',
  'crypto-webcrypto',
];

export function navigation(language: Language): DefaultTheme.Config {
  const address = (path: string) => `${language === 'en' ? '/' : '/zh/'}${path}`;
  const say = (title: Title) => title[language];
  const guides = PAGES.map(([title, pages]) => ({
    text: say(title),
    items: pages.map(([path, text]) => ({ text: say(text), link: address(path) })),
  }));
  return {
    nav: [
      { text: say({ en: 'Start', zh: '上手' }), link: address('start/') },
      { text: say({ en: 'Debugger', zh: '签名调试器' }), link: address('debugger') },
      { text: say({ en: 'Reference', zh: '接口参考' }), link: address('reference/') },
      { text: say({ en: 'API', zh: 'API（英文）' }), link: address('api/') },
    ],
    sidebar: {
      '/api/': [
        {
          text: 'API',
          items: API.map((path) => ({ text: path.replace(/\/$/, ''), link: address(`api/${path}`) })),
        },
      ],
      [address('')]: guides,
    },
    outline: { level: [2, 3], label: say({ en: 'On this page', zh: '本页目录' }) },
  };
}

/** What the theme itself says. */
export const chineseTheme: DefaultTheme.Config = {
  docFooter: { prev: '上一页', next: '下一页' },
  darkModeSwitchLabel: '外观',
  lightModeSwitchTitle: '切换到浅色',
  darkModeSwitchTitle: '切换到深色',
  sidebarMenuLabel: '目录',
  returnToTopLabel: '回到顶部',
  langMenuLabel: '语言',
  skipToContentLabel: '跳到正文',
  notFound: {
    title: '没有这个页面',
    quote: '请从首页或搜索重新开始。',
    linkLabel: '回到首页',
    linkText: '回到首页',
  },
};

export const chineseSearch: DefaultTheme.LocalSearchOptions['locales'] extends
  | Record<string, infer Options>
  | undefined
  ? Options
  : never = {
  translations: {
    button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
    modal: {
      displayDetails: '显示详情',
      resetButtonTitle: '清除',
      backButtonTitle: '关闭',
      noResultsText: '没有找到',
      footer: { selectText: '打开', navigateText: '选择', closeText: '关闭' },
    },
  },
};
