import { existsSync, globSync } from 'node:fs';
import { installDebianPackages } from './debian.ts';

/** Where Debian puts the browsers that Playwright drives. */
export const executable = { chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr' } as const;

/** Without it a page shows boxes for Chinese. */
const FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

interface Browser {
  readonly needs: readonly string[];
  /** Installed where possible; without it the browser runs all the same. */
  readonly wants: readonly string[];
  /** The Debian packages that bring all of that. */
  readonly packages: readonly string[];
}

const BROWSERS = {
  chromium: { needs: [executable.chromium], wants: [FONT], packages: ['chromium', 'fonts-noto-cjk'] },
  firefox: { needs: [executable.firefox], wants: [FONT], packages: ['firefox-esr', 'fonts-noto-cjk'] },
  webkitgtk: {
    needs: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'],
    wants: [],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
} as const satisfies Record<string, Browser>;

export type BrowserName = keyof typeof BROWSERS;

/** The browser that WebKitGTK brings along, whose folder depends on the machine. */
export function miniBrowser(): string {
  return globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0] ?? 'MiniBrowser';
}

/** Makes a browser available where that is possible. `undefined`, or the reason why it is not there. */
export function ensureBrowser(name: BrowserName): string | undefined {
  const { needs, wants, packages }: Browser = BROWSERS[name];
  const missing = [...needs, ...wants].find(isMissing);
  if (missing === undefined) return undefined;
  const refusal = installDebianPackages(packages, `there is no ${missing}`);
  const lacking = needs.find(isMissing);
  if (lacking === undefined) return undefined;
  return `there is no ${lacking}${refusal === undefined ? '' : `, and ${refusal}`}`;
}

function isMissing(path: string): boolean {
  return !existsSync(path);
}
