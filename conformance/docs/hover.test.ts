import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mmsp from '@yinjian/mmsp';
import * as transit from '@yinjian/wechat-transit';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const CONSUMER = `
import * as mmsp from '@yinjian/mmsp';
import * as transit from '@yinjian/wechat-transit';
declare const address: { url: string };
const products = { quickPay: address, scanPay: address, gateway: address };
declare const payout: mmsp.PayoutClientOptions;
export const client = mmsp.createMmspClient({ MERNO: '1', ...products, payout });
export const metro = {
  direct: transit.createWechatTransitClient({ mode: 'direct', appid: '', mch_id: '', key: '' }),
  partner: transit.createWechatTransitClient({ mode: 'partner', appid: '', mch_id: '', key: '' }),
};
`;

/** What an editor shows at the last name of each expression, in a program that has the built packages. */
function documentationOf(expressions: readonly string[], extension: 'mts' | 'cts'): string[] {
  const folder = join(import.meta.dirname, '../.cache/hover');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `consumer.${extension}`);
  const text = [CONSUMER, ...expressions.map((expression) => `void ${expression};`)].join('\n');
  writeFileSync(file, text);
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => ({ strict: true, module: ts.ModuleKind.Node16, types: [] }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return expressions.map((expression) => {
    const end = text.indexOf(`void ${expression};`) + `void ${expression}`.length;
    const info = service.getQuickInfoAtPosition(file, end - 1);
    return ts.displayPartsToString(info?.documentation);
  });
}

// The payer's browser sends `gateway.pay`.
const called = mmsp.operations.filter(({ name }) => name !== 'gateway.pay');

describe.each(['mts', 'cts'] as const)('an editor that reads the built declarations from %s', (extension) => {
  it('documents every method of an MMSP client, with the section of the source', () => {
    const shown = documentationOf(
      called.map(({ name }) => `client.${name}`),
      extension,
    );
    expect(shown).toEqual(called.map(({ section }) => expect.stringContaining(section)));
    expect(documentationOf(['client.quickPay.pay'], extension)[0]).toContain('`AMT` fen');
  });

  it('documents every method of a transit client, in both modes', () => {
    const shown = documentationOf(
      transit.operations.map(({ name, mode }) => `metro.${mode}.${name}`),
      extension,
    );
    expect(shown).toEqual(transit.operations.map(({ title }) => expect.stringContaining(title.zh)));
  });

  it('documents every definition under the name of its product', () => {
    const shown = documentationOf(
      mmsp.operations.map(({ name }) => `mmsp.${name}`),
      extension,
    );
    expect(shown).toEqual(mmsp.operations.map(({ section }) => expect.stringContaining(section)));
  });
});
