/** Where the suite runs. `workerd` has nothing of Node; `workerd-nodejs-compat` has what the flag gives. */
export const RUNTIME_NAMES = [
  'node-20',
  'node-24',
  'deno',
  'bun',
  'workerd',
  'workerd-nodejs-compat',
  'chromium',
  'firefox',
  'webkitgtk',
] as const;

export type RuntimeName = (typeof RUNTIME_NAMES)[number];

/** Whether it is a page, with an origin and its restrictions. */
export function isPage(name: RuntimeName): boolean {
  return name === 'chromium' || name === 'firefox' || name === 'webkitgtk';
}
