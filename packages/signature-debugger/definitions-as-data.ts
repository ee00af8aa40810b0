import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Of the definitions, what the debugger reads. */
const READ = new Set(
  'name title product commandId path requestFields replyFields fields states presence values sensitive default maxLength documentedLength field zh en'.split(
    ' ',
  ),
);

/**
 * Puts the definitions of the providers into a bundle as data: the code that makes them, and all that they say of errors
 * and outcomes, would more than double its size.
 */
export const definitionsAsData: Plugin = {
  name: 'definitions-as-data',
  setup(build) {
    const providers = { filter: /^@yinjian\/(?:mmsp|wechat-transit)$/ };
    build.onResolve(providers, ({ path }) => ({ path, namespace: 'definitions' }));
    build.onLoad({ filter: /./, namespace: 'definitions' }, async ({ path }) => {
      const provider = (await import(path)) as Readonly<Record<string, unknown>>;
      const lists = ['operations', 'notifications', 'browserLinks'].filter((name) => name in provider);
      const read = lists.map((name): [string, unknown] => [
        name,
        JSON.parse(JSON.stringify(provider[name], onlyWhatIsRead)),
      ]);
      return { contents: withSharedParts(read), loader: 'js' };
    });
  },
};

function onlyWhatIsRead(this: unknown, key: string, value: unknown): unknown {
  // Nothing needs to be said of a field that is not sensitive.
  if (value === false) return undefined;
  if (key === '' || Array.isArray(this) || READ.has(key)) return value;
  // The values of a code or a state are named by the platform.
  return key !== 'condition' && isNamedByThePlatform(value) ? value : undefined;
}

function isNamedByThePlatform(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && ('title' in value || ('zh' in value && 'en' in value))
  );
}

/** A module that exports the values. What occurs in them more than once, as whole field tables do, is written once. */
function withSharedParts(exports: readonly (readonly [name: string, value: unknown])[]): string {
  const occurrences = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = JSON.stringify(value);
    const before = occurrences.get(text) ?? 0;
    occurrences.set(text, before + 1);
    if (before === 0) Object.values(value).forEach(count);
  };
  const shared = new Map<string, string>();
  const lines: string[] = [];
  const write = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const text = JSON.stringify(value);
    const known = shared.get(text);
    if (known !== undefined) return known;
    const written = Array.isArray(value)
      ? `[${value.map(write).join(',')}]`
      : `{${Object.entries(value)
          .map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`)
          .join(',')}}`;
    if ((occurrences.get(text) ?? 0) < 2) return written;
    const name = `shared${shared.size}`;
    shared.set(text, name);
    lines.push(`const ${name} = ${written};`);
    return name;
  };
  for (const [, value] of exports) count(value);
  for (const [name, value] of exports) lines.push(`export const ${name} = ${write(value)};`);
  return lines.join('\n');
}
