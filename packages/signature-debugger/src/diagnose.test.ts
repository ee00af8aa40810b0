import { hmacSha256Hex, md5Hex } from '@yinjian/crypto-webcrypto';
import { canonicalizeJson } from '@yinjian/protocol-codec';
import { ConfigurationError } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { agentKey, body, envelope, key, now, query, text, xml } from './diagnose/fixtures/wrong-messages.ts';
import { diagnose } from './diagnose.ts';
import type { DiagnoseOptions } from './types/diagnosis.ts';

describe('diagnose', () => {
  const wrong = envelope(md5Hex(`${text.replaceAll('\\/', '/')}&key=${key}`));

  it('never calls a correct signature wrong', async () => {
    for (const [message, options] of [
      [envelope(md5Hex(`${text}&key=${key}`)), { key }],
      [xml(hmacSha256Hex(`${query}&key=${key}`, key)), { key }],
    ] as const) {
      const { verdict, findings, tried } = await diagnose(message, options);
      expect({ verdict, findings, count: tried.count }).toEqual({ verdict: 'match', findings: [], count: 0 });
    }
  });

  it('says what was signed, what has to be, and what to do', async () => {
    const { findings, tried, explanation } = await diagnose(wrong, { key, now });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      certainty: 'reproduced',
      title: { en: 'Slashes are not escaped', zh: '斜杠没有转义' },
      signedText: text.replaceAll('\\/', '/'),
      correctedText: text,
      correctedSignature: md5Hex(`${text}&key=${key}`),
    });
    expect(findings[0]?.alternatives?.flatMap(({ mistakes }) => mistakes)).toContainEqual({
      id: 'slashes.stripslashes',
      fields: [],
    });
    expect(explanation.verdict.result).toBe('mismatch');
    expect(tried.families.find(({ id }) => id === 'slashes')?.count).toBeGreaterThan(0);
  });

  it('says what it tried where it found nothing', async () => {
    const { verdict, findings, tried } = await diagnose(envelope(md5Hex('anything')), { key, now });
    expect({ verdict, findings }).toEqual({ verdict: 'unexplained', findings: [] });
    expect(tried.count).toBeGreaterThan(5000);
    expect(tried.complete).toBe(false);
    expect(tried.families.map(({ id }) => id)).toContain('charset');
  });

  it('tries everything when it may take its time', async () => {
    const small = envelope(md5Hex('anything'), '{"A":"1"}');
    const { tried } = await diagnose(small, { key, milliseconds: 60_000 });
    expect(tried.complete).toBe(true);
  }, 30_000);

  it.each([
    [{}, wrong],
    [{ key }, body],
    [{ key }, '{"CommandID":32768,"RetCode":-1,"Body":"","Sign":""}'],
    [{ key }, 'nothing'],
  ])('has nothing to check: %j', async (options, message) => {
    expect(await diagnose(message, options)).toMatchObject({ verdict: 'not_checkable', findings: [] });
  });

  it('shows what is doubtful where nothing fits', async () => {
    const cases: [string, DiagnoseOptions, string][] = [
      [envelope('12345'), { key }, 'signature.not_a_digest'],
      [envelope(md5Hex('x'), '{"NAME":"张\ufffd"}'), { key }, 'message.replacement_character'],
      [envelope(md5Hex('x')).replace('"AGENTNO":""', '"AGENTNO":"7"'), { key }, 'key.agent_missing'],
      [envelope(md5Hex('x'), '{"N":20171225100000041240}'), { key }, 'lossy_numbers.suspected'],
    ];
    for (const [message, options, id] of cases) {
      const { verdict, findings } = await diagnose(message, { now, ...options });
      expect(verdict).toBe('likely');
      expect(findings.map(({ mistakes, certainty }) => [mistakes[0]?.id, certainty])).toContainEqual([
        id,
        'likely',
      ]);
    }
  });

  it('holds no key, whatever was done with it', async () => {
    const inside = canonicalizeJson(body.replace('{', `{"key":"${key}",`));
    for (const input of [inside, `${text}&key=${key}x`, key + text, `${text}&key=${agentKey}`]) {
      const theirText = input;
      const diagnosis = await diagnose(envelope(md5Hex(input)), {
        key,
        agentKey,
        otherKeys: ['third-key'],
        theirText,
        now,
      });
      const shown = JSON.stringify(diagnosis);
      for (const secret of [key, agentKey, 'third-key']) expect(shown).not.toContain(secret);
    }
  });

  it('can be aborted', async () => {
    const reason = new Error('enough');
    await expect(diagnose(wrong, { key, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const pending = diagnose(envelope(md5Hex('x')), { key, milliseconds: 60_000, signal: controller.signal });
    setTimeout(() => controller.abort(reason), 0);
    await expect(pending).rejects.toBe(reason);
  });

  it('refuses options of the wrong type', async () => {
    const refused = [
      { theirText: 1 },
      { otherKeys: 'one' },
      { milliseconds: 0 },
      { signal: {} },
      { now: 1 },
      { key: 1 },
    ] as unknown as DiagnoseOptions[];
    for (const options of refused) {
      await expect(diagnose(wrong, options)).rejects.toThrow(ConfigurationError);
    }
  });

  it('refuses what is no option, by name', async () => {
    const misspelt = { key, now: 1, merchantprivatekey: 1 } as unknown as DiagnoseOptions;
    const refused = diagnose(wrong, misspelt);
    await expect(refused).rejects.toThrow(ConfigurationError);
    await expect(refused).rejects.toMatchObject({
      issues: [
        { path: 'merchantprivatekey', code: 'unknown_field' },
        { path: 'now', code: 'wrong_type' },
      ],
    });
  });

  it('names the most likely of what leads to the same bytes, and mentions the others', async () => {
    const plain = '{"B":"1","A":"2"}';
    const { findings } = await diagnose(envelope(md5Hex(`${plain}&key=${key}`), plain), { key, now });
    expect(findings[0]?.mistakes).toEqual([{ id: 'order.not_sorted', fields: [] }]);
    expect(findings[0]?.alternatives?.map(({ mistakes }) => mistakes[0]?.id)).toContain('order.descending');
  });
});
