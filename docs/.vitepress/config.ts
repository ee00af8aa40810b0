import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { withContentSecurityPolicy } from './content-security-policy.ts';
import { readLinksOfTheRepository, slugify } from './markdown.ts';
import { chineseSearch, chineseTheme, navigation } from './navigation.ts';
import { searchedText } from './searched-text.ts';

const docs = fileURLToPath(new URL('..', import.meta.url));

/** Nothing of the site comes from another host: no web font, no remote image, no hosted search. */
export default defineConfig({
  title: 'Yinjian · 印鉴',
  description:
    'Chinese payment protocols in TypeScript: WeChat Pay v2 transit deduction and the MMSP open platform',
  head: [['link', { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]],
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: navigation('en') },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      description: '用 TypeScript 实现的国内支付协议：微信支付 v2 交通委托代扣与 MMSP 开放平台',
      themeConfig: { ...navigation('zh'), ...chineseTheme },
    },
  },
  themeConfig: {
    search: { provider: 'local', options: { locales: { zh: chineseSearch }, _render: searchedText } },
  },
  ignoreDeadLinks: false,
  // Pages are loaded when they are opened, so that an open page asks for nothing.
  router: { prefetchLinks: false },
  markdown: {
    // The usual themes are too pale for small print.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify },
    config: (markdown) => markdown.use(readLinksOfTheRepository, docs),
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'signature-debugger' } } },
  transformHtml: withContentSecurityPolicy,
});
