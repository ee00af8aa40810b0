import type { BrowserLinkDescription } from '@yinjian/mmsp';
import { fieldTable, renderRequest } from './reference-fields.ts';
import { anchor, heading, table } from './reference-markdown.ts';
import {
  type Definitions,
  type Entry,
  type NotificationEntry,
  type Page,
  pagesOf,
} from './reference-model.ts';
import { renderErrorTables, renderStates } from './reference-outcomes.ts';
import { type Language, type Words, words } from './reference-words.ts';

/** Every page in both languages, by its path below `docs/`. */
export function referencePages(definitions: Definitions): ReadonlyMap<string, string> {
  const pages = pagesOf(definitions);
  const files = new Map<string, string>();
  for (const [language, folder, other] of LANGUAGES) {
    files.set(`${folder}/index.md`, renderIndex(pages, language, `${other}/index.md`));
    for (const page of pages)
      files.set(`${folder}/${page.file}`, renderPage(page, language, `${other}/${page.file}`));
  }
  return files;
}

/** The folder of each language, and the way from it to the other. */
const LANGUAGES = [
  ['en', 'reference', '../zh/reference'],
  ['zh', 'zh/reference', '../../reference'],
] as const;

function renderIndex(pages: readonly Page[], language: Language, other: string): string {
  const w = words[language];
  const blocks = pages.flatMap(({ file, title, entries, notifications, links }) => [
    `## [${title[language]}](${file})`,
    overview(entries, language, file),
    ...notifications.map(
      ({ notification: { name, title: its } }) =>
        `${w.notification}${w.colon}[\`${name}\`](${file}#${anchor(name)}) ${its[language]}`,
    ),
    ...links.map(
      ({ name, title: its }) => `${w.link}${w.colon}[\`${name}\`](${file}#${anchor(name)}) ${its[language]}`,
    ),
  ]);
  return document(w.index, w, other, [...renderLegend(w), ...blocks]);
}

function renderLegend(w: Words): string[] {
  const items = (list: readonly (readonly [string, string])[]) =>
    list.map(([term, meaning]) => `- **${term}**${w.colon}${meaning}`).join('\n');
  return [
    `<a id="legend"></a>\n\n## ${w.legend.title}`,
    ...w.legend.parts.flatMap(([title, list]) => [`### ${title}`, items(list)]),
  ];
}

function renderPage(page: Page, language: Language, other: string): string {
  const w = words[language];
  return document(page.title[language], w, other, [
    `[${w.legend.title}](index.md#legend)`,
    overview(page.entries, language, ''),
    ...page.entries.flatMap((entry) => renderEntry(entry, language)),
    ...page.notifications.flatMap((entry) => renderNotification(entry, language)),
    ...page.links.flatMap((link) => renderLink(link, language)),
    ...renderErrorTables(page, language),
  ]);
}

/** Padded columns would change every line of a table with one of its cells. */
const UNFORMATTED = '<!-- biome-ignore-all format: generated -->';

function document(title: string, w: Words, other: string, blocks: readonly string[]): string {
  const lines = [UNFORMATTED, `# ${title}`, `[${w.otherLanguage}](${other})`, w.generated, ...blocks];
  return `${lines.join('\n\n')}\n`;
}

function overview(entries: readonly Entry[], language: Language, file: string): string {
  const w = words[language];
  const yes = (is: boolean) => (is ? w.yes : w.no);
  return table(
    [w.operation, w.title, w.id, w.open, w.movesMoney, w.certificate],
    entries.map(({ operation, ids }) => [
      `[\`${operation.name}\`](${file}#${anchor(operation.name)})`,
      operation.title[language],
      ids.join(w.comma),
      yes(operation.open),
      yes(operation.movesMoney),
      yes(operation.needsCertificate),
    ]),
  );
}

function renderEntry({ operation, ids, methods, partnerFields }: Entry, language: Language): string[] {
  const w = words[language];
  const facts = [
    operation.title[language],
    ids.join(w.comma),
    operation.section,
    ...(operation.open ? [] : [`**${w.notOpen}**`]),
    ...(operation.needsCertificate ? [w.certificate] : []),
  ];
  const hasReply = operation.replyFields.length > 0;
  return [
    heading(operation.name),
    facts.join(' · '),
    `### ${w.request}`,
    ...renderRequest(operation, partnerFields, language),
    `### ${w.reply}`,
    ...(hasReply
      ? [fieldTable(operation.replyFields, 'received', language), ...renderStates(operation, language)]
      : [w.noReply(methods)]),
  ];
}

function renderNotification({ notification, methods }: NotificationEntry, language: Language): string[] {
  const w = words[language];
  return [
    heading(notification.name),
    [w.notification, notification.title[language], notification.section].join(' · '),
    w.receivedBy(methods),
    `### ${w.fields}`,
    fieldTable(notification.fields, 'received', language),
    ...renderStates(notification, language),
  ];
}

function renderLink(
  { name, title, section, to, fields }: BrowserLinkDescription,
  language: Language,
): string[] {
  const w = words[language];
  return [
    heading(name),
    [w.link, title[language], section].join(' · '),
    to === 'platform' ? w.linkMade(name) : w.linkRead(name),
    `### ${w.parameters}`,
    fieldTable(fields, to === 'platform' ? 'sent' : 'received', language),
  ];
}
