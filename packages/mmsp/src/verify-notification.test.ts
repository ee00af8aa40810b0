import { NotificationError } from '@yinjian/provider-kit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGENT,
  canonical,
  credentials,
  envelope,
  notificationHeader as header,
  paid,
  signatureOf,
} from './internal/fixtures/envelopes.ts';
import { MD5_KEY } from './internal/fixtures/merchant-keys.ts';
import { issues } from './internal/fixtures/refusal.ts';
import { verifyNotification } from './verify-notification.ts';

const keys = { md5Key: MD5_KEY };

/** Why the notification is refused; undefined where it is believed. */
function refusedAs(text: string, withKeys: Parameters<typeof verifyNotification>[1] = keys) {
  try {
    verifyNotification(text, withKeys);
    return undefined;
  } catch (error) {
    if (error instanceof NotificationError) return error.code;
    throw error;
  }
}

/** A notification whose body is spelled as given and signed in the canonical form given. */
function spelled(body: string, canonicalBody: string): string {
  return `{"CommandID":35104,"Body":${body},"Sign":"${signatureOf(canonicalBody)}","AGENTNO":null}`;
}

const signed = canonical(paid);

describe('verifyNotification', () => {
  it('tells what was paid', () => {
    expect(verifyNotification(envelope(paid, { header }), keys)).toEqual({
      status: 'succeeded',
      data: { ...paid, AMT: 200 },
      authenticated: true,
    });
  });

  it('keeps fields that no table lists, digits and all', () => {
    const body = '{"AMT":"200","LIST_ID":"1","MERORDERID":"2","PAY_DATE":"3","RATE":1.10,"STATUS":"1"}';
    const outcome = verifyNotification(spelled(body, body), keys);
    expect(outcome.status === 'succeeded' && outcome.data).toMatchObject({ RATE: '1.10' });
  });

  it.each(['0', '2', '3', '9', '1.0', ' 1', '01', '__proto__'])(
    'concludes nothing from the state %j, and says how to learn more',
    (STATUS) => {
      const outcome = verifyNotification(envelope({ ...paid, STATUS }, { header }), keys);
      expect(outcome).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code: STATUS, listed: false } },
        next: { action: 'query', operation: 'quickPay.query' },
        data: { MERORDERID: paid.MERORDERID },
      });
    },
  );

  it('reads the state and the amount also as numbers', () => {
    const body = { ...paid, STATUS: 1, AMT: 200 };
    expect(verifyNotification(envelope(body, { header }), keys)).toMatchObject({
      status: 'succeeded',
      data: { AMT: 200, STATUS: '1' },
    });
  });
});

describe('the reason in a notification', () => {
  const gateway = { ...paid, PAY_CHANNEL: 'ICBC-NET-B2C' };

  it.each([
    ['AA', '2', 'pending'],
    ['AA', '1', 'unknown'],
    ['D4', '1', 'unknown'],
    ['D4', '2', 'failed'],
    ['00', '1', 'succeeded'],
  ])('%s beside STATUS %s: %s, as in a reply', (ERRCODE, STATUS, status) => {
    const text = envelope({ ...gateway, STATUS, ERRCODE }, { header });
    expect(verifyNotification(text, keys)).toMatchObject({ status });
  });
});

describe('the signature of a notification', () => {
  it.each([
    ['a number', '8', '"8"'],
    ['a fraction with a zero at the end', '1.10', '1.1'],
    ['a fraction of nothing', '1.0', '1'],
    ['an exponent', '1e2', '100'],
    ['minus zero', '-0', '0'],
    ['twenty digits', '20171225100000041240', '20171225100000043008'],
    ['true', 'true', '"true"'],
    ['null', 'null', '""'],
    ['an empty object', '{}', '[]'],
  ])('covers %s as it is written', (_, written, otherwise) => {
    const withValue = (value: string) => signed.replace('"PUSH_COUNT":8', `"PUSH_COUNT":${value}`);
    expect(refusedAs(spelled(withValue(written), withValue(written)))).toBe(undefined);
    expect(refusedAs(spelled(withValue(otherwise), withValue(written)))).toBe('signature_invalid');
    expect(refusedAs(spelled(withValue(written), withValue(otherwise)))).toBe('signature_invalid');
  });

  it.each([
    ['slashes bare', '{"URL":"https://a.cn/b","A":"1"}'],
    ['slashes escaped', String.raw`{"A":"1","URL":"https:\/\/a.cn\/b"}`],
    ['some slashes escaped', String.raw`{"A":"1","URL":"https:/\/a.cn/b"}`],
    ['slashes as code points', String.raw`{"A":"1","URL":"https:\u002f\u002Fa.cn/b"}`],
    ['letters as code points', String.raw`{"A":"\u0031","\u0055RL":"https:\/\/a\u002ecn/b"}`],
  ])('takes %s', (_, body) => {
    const text = spelled(body, String.raw`{"A":"1","URL":"https:\/\/a.cn\/b"}`);
    // The signature holds, or the missing fields would not be what is complained about.
    expect(refusedAs(text)).toBe('incomplete');
  });

  it('takes any legal spelling of any text', () => {
    const character = fc.constantFrom('农', '/', '"', '\\', '\n', '\u0001', '\u007f', '\u2028', '😀', 'A');
    const arbitraryWord = fc.array(character, { maxLength: 8 }).map((characters) => characters.join(''));
    const arbitrarySpelling = fc.infiniteStream(fc.boolean());
    fc.assert(
      fc.property(arbitraryWord, arbitrarySpelling, (word, choices) => {
        const escaped = Array.from(word, (char) =>
          char < ' ' || char === '"' || char === '\\' || choices.next().value === true
            ? asCodePoints(char)
            : char,
        );
        const body = canonical({ ...paid, BANK_NAME: '@' });
        const text = spelled(
          body.replace('@', () => escaped.join('')),
          body.replace('"@"', () => phpString(word)),
        );
        const outcome = verifyNotification(text, keys);
        expect(outcome).toMatchObject({ status: 'succeeded', data: word === '' ? {} : { BANK_NAME: word } });
      }),
    );
  });

  it('finds the body anywhere in the envelope, with any white space', () => {
    const Sign = `"Sign" :\r\n"${signatureOf(signed)}"`;
    const body = signed.replaceAll(',', ' ,\n\t').replaceAll('":', '" : ');
    for (const text of [
      `{"Body":${body},${Sign}}`,
      `\n{ ${Sign} , "Body"\t:\n${body}\n}\n`,
      `{"Attach":{"Body":{"STATUS":"0"}},${Sign},"Extends":"\\"Body\\":{}","Body":${body},"AGENTNO":""}`,
      `{${Sign},"\\u0042ody":${body}}`,
    ]) {
      expect(verifyNotification(text, keys).status).toBe('succeeded');
    }
  });

  it('does not depend on the order of the fields', () => {
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(paid).toReversed()));
    expect(verifyNotification(spelled(reversed, signed), keys).status).toBe('succeeded');
  });

  it('covers every field, also one that was added or taken away', () => {
    for (const name of Object.keys(paid)) {
      const { [name]: _, ...rest } = paid as Record<string, string | number>;
      expect(refusedAs(spelled(canonical(rest), signed))).toBe('signature_invalid');
      expect(refusedAs(spelled(canonical({ ...paid, [name]: '2' }), signed))).toBe('signature_invalid');
    }
    expect(refusedAs(spelled(canonical({ ...paid, EXTRA: '' }), signed))).toBe('signature_invalid');
  });

  it.each([
    ['missing', { Sign: undefined }, 'signature_missing'],
    ['empty', { Sign: '' }, 'signature_missing'],
    ['null', { Sign: null }, 'signature_missing'],
    ['an array', { Sign: [signatureOf(signed)] }, 'signature_missing'],
    ['lower-case', { Sign: signatureOf(signed).toLowerCase() }, 'signature_invalid'],
    ['shortened', { Sign: signatureOf(signed).slice(0, 16) }, 'signature_invalid'],
    ['by another key', { Sign: signatureOf(signed, 'another') }, 'signature_invalid'],
    ['there, but the body is not', { Body: undefined }, 'signature_missing'],
    ['there, but the body is a text', { Body: signed }, 'signature_missing'],
    ['there, but the body is a list', { Body: [paid] }, 'signature_missing'],
  ])('refuses where it is %s', (_, change, code) => {
    expect(refusedAs(envelope(paid, { header: { ...header, ...change } }))).toBe(code);
  });
});

describe('agent mode', () => {
  const agentKeys = { ...keys, agent: AGENT };
  const text = (AGENTNO: unknown, md5Key: string) => envelope(paid, { header: { AGENTNO }, md5Key });

  it.each(['00110004', 110004])('takes the agent’s key where AGENTNO is %j', (AGENTNO) => {
    expect(refusedAs(text(AGENTNO, AGENT.md5Key), agentKeys)).toBe(undefined);
    expect(refusedAs(text(AGENTNO, MD5_KEY), agentKeys)).toBe('signature_invalid');
  });

  it.each(['', null, undefined])('takes the merchant’s key where AGENTNO is %j', (AGENTNO) => {
    expect(refusedAs(text(AGENTNO, MD5_KEY), agentKeys)).toBe(undefined);
    expect(refusedAs(text(AGENTNO, AGENT.md5Key), agentKeys)).toBe('signature_invalid');
  });

  it('has no other key than the merchant’s where no agent is configured', () => {
    expect(refusedAs(text('00110004', MD5_KEY), keys)).toBe(undefined);
    expect(refusedAs(text('00110004', AGENT.md5Key), keys)).toBe('signature_invalid');
  });
});

describe('what is no notification', () => {
  const good = envelope(paid, { header });

  it.each([
    ['empty', ''],
    ['HTML', '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>'],
    ['a form', `Body=${encodeURIComponent(signed)}`],
    ['cut off', good.slice(0, -1)],
    ['cut off in the body', good.slice(0, good.indexOf('PAY_DATE'))],
    ['followed by something', `${good}x`],
    ['twice', good + good],
    ['a list', `[${good}]`],
    ['a text', JSON.stringify(good)],
    ['null', 'null'],
    ['single-quoted', good.replaceAll('"', "'")],
    ['too large', `${good}${' '.repeat(1_048_576)}`],
    ['too deep', good.replace('"AGENTNO":null', `"Extends":${'['.repeat(100)}${']'.repeat(100)}`)],
    ['with half a surrogate pair', good.replace('农', '\ud800')],
    ['with half a surrogate pair, escaped', good.replace('农', String.raw`\ud800`)],
  ])('is refused when it is %s', (_, text) => {
    expect(refusedAs(text)).toBe('malformed');
  });

  it.each([
    ['in the body', good.replace('"STATUS":"1"', '"STATUS":"1","STATUS":"1"')],
    [
      'in the body, spelled differently',
      good.replace('"STATUS":"1"', String.raw`"\u0053TATUS":"0","STATUS":"1"`),
    ],
    ['in the envelope', good.replace('{', '{"Sign":"",')],
    ['of the body itself', good.replace('{', `{"Body":{"AMT":"1"},`)],
    ['deep down', good.replace('"AGENTNO":null', '"Extends":[{"a":1,"a":1}]')],
  ])('is refused for a repeated name %s', (_, text) => {
    expect(refusedAs(text)).toBe('malformed');
  });

  it.each(['STATUS', 'LIST_ID', 'MERORDERID', 'AMT'] as const)('is refused without %s', async (name) => {
    const { [name]: _, ...rest } = paid;
    expect(refusedAs(envelope(rest, { header }))).toBe('incomplete');
    expect(refusedAs(envelope({ ...paid, [name]: '' }, { header }))).toBe('incomplete');
    expect(refusedAs(envelope({ ...paid, [name]: null }, { header }))).toBe('incomplete');
    expect(await issues(() => verifyNotification(envelope(rest, { header }), keys))).toEqual([
      `${name} missing`,
    ]);
  });

  it.each(['2.00', '-200', '1e3', '２００', '200 ', '1234567890123456'])(
    'is refused for the amount %j',
    (AMT) => {
      expect(refusedAs(envelope({ ...paid, AMT }, { header }))).toBe('incomplete');
    },
  );

  it('concludes nothing from a payment without a date', () => {
    const { PAY_DATE: _, ...rest } = paid;
    expect(verifyNotification(envelope(rest, { header }), keys)).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
    });
  });

  it.each([undefined, null, 1, {}, new Uint8Array()])(
    'is refused when it is %j instead of a text',
    (text) => {
      expect(() => verifyNotification(text as string, keys)).toThrow(
        'text must be the body of the notification',
      );
    },
  );
});

describe('unusable keys', () => {
  it.each([
    [undefined, ['keys wrong_type']],
    ['key', ['keys wrong_type']],
    [{}, ['md5Key missing']],
    [{ md5Key: '' }, ['md5Key missing']],
    [{ md5Key: `${MD5_KEY} ` }, ['md5Key invalid_value']],
    [{ md5Key: MD5_KEY, agent: {} }, ['agent.md5Key missing']],
    [{ md5Key: MD5_KEY, agent: null }, ['agent.md5Key missing']],
    [{ md5Key: 1, agent: { md5Key: '密' } }, ['agent.md5Key invalid_value', 'md5Key wrong_type']],
  ])('are refused by name: %j', async (unusable, expected) => {
    expect(await issues(() => verifyNotification('', unusable as typeof keys))).toEqual(expected);
  });

  it('needs no more of the credentials than the keys', () => {
    expect(refusedAs(envelope(paid, { header }), credentials)).toBe(undefined);
  });
});

function asCodePoints(text: string): string {
  return Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  )
    .map((hex) => `\\u${hex}`)
    .join('');
}

/** What `json_encode` with JSON_UNESCAPED_UNICODE prints. */
function phpString(text: string): string {
  return JSON.stringify(text).replaceAll('/', '\\/').replaceAll('\u2028', '\\u2028');
}
