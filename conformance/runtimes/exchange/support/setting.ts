import { inject } from 'vitest';
import type { Sandbox } from '../../../../packages/sandbox/src/sandbox.ts';
import { isPage, type RuntimeName } from '../../runtime-name.ts';
import { PROXY_PATH } from './proxy-path.ts';

/** What the driver tells the tests: where they run, and where the live sandbox is. */
export interface Setting extends Pick<Sandbox, 'urls' | 'merchants' | 'platformPublicKeyPem'> {
  readonly runtime: RuntimeName;
  /** Where to reach `Control`. */
  readonly controlUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly setting: Setting;
  }
}

/** The setting, with the platforms' own addresses. */
export function directSetting(): Setting {
  return inject('setting');
}

/** The setting, with every address within reach: a page reaches them only through its own origin. */
export function reachableSetting(): Setting {
  const setting = directSetting();
  return isPage(setting.runtime) ? proxied(setting, `${globalThis.location.origin}${PROXY_PATH}`) : setting;
}

function proxied({ urls, controlUrl, ...setting }: Setting, base: string): Setting {
  const through = (url: string) => `${base}${new URL(url).pathname}`.replace(/\/$/, '');
  const proxiedUrls = Object.entries(urls).map(([name, url]) => [name, through(url)]);
  return {
    ...setting,
    controlUrl: through(controlUrl),
    urls: Object.fromEntries(proxiedUrls) as Setting['urls'],
  };
}
