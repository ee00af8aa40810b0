import { encodeHtmlForm } from '@yinjian/protocol-codec';
import { describe, expect, it } from 'vitest';
import { explain } from '../../explain.ts';
import {
  API_KEY,
  answers,
  MD5_KEY,
  payoutReply,
  payoutRequest,
  requests,
  rsaKeys,
} from '../../internal/fixtures/messages.ts';
import type { ExplainOptions } from '../../types/explanation.ts';
import type { Container } from '../../types/recognised.ts';

const keys: ExplainOptions = { ...rsaKeys };
const mmspKeys: ExplainOptions = { key: MD5_KEY };
const wechatKeys: ExplainOptions = { key: API_KEY };

const messages: readonly (readonly [string, string, ExplainOptions])[] = [
  ['quickPay.pay request', requests.quickPay, mmspKeys],
  ['scanPay.wechatPreOrder request', requests.scanPay, mmspKeys],
  ['gateway.pay request', requests.gateway, mmspKeys],
  ['quickPay.pay reply', answers.quickPay, mmspKeys],
  ['quickPay.notification notification', answers.notification, mmspKeys],
  ['payout.pay request', payoutRequest, keys],
  ['payout.pay reply', payoutReply, keys],
  ['payapply request', requests.wechat, wechatKeys],
  ['querystate reply', answers.wechat, wechatKeys],
];

const bytesOf = (text: string) => new TextEncoder().encode(text).length.toString(16);
const inQuotes = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
const inAnsiQuotes = (text: string) =>
  `$'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('中', '\\u4e2d')}'`;
const inDoubleQuotes = (text: string) => `"${text.replaceAll(/["\\$`]/g, '\\$&')}"`;
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
/** As Chromium copies a request for `cmd` (`escapeStringWin`). */
const inCarets = (text: string) =>
  `^"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&')
    .replaceAll('\n', '^\n\n')}^"`;
const inBackticks = (text: string) => `"${text.replaceAll(/["`$]/g, '`$&')}"`;
/** As Chromium copies a request for PowerShell. */
const inPowerShell = (text: string) =>
  inBackticks(text).replaceAll(/[^ -~\r\n]/g, (unit) => `$([char]${unit.charCodeAt(0)})`);
const inUtf8 = (text: string, pattern: RegExp) =>
  text.replaceAll(pattern, (character) =>
    Array.from(
      new TextEncoder().encode(character),
      (byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  );
const nginx = (text: string) => inUtf8(text, /["\\]|[^ -~]/gu);
const apache = (text: string) => inUtf8(text.replaceAll(/["\\]/g, '\\$&'), /[^ -~]/gu);
const contentType = 'Content-Type: application/json; charset=utf-8';

/** Every way to wrap a message, and what is recognised of it. */
const wrappings: Readonly<Record<string, readonly [(message: string) => string, readonly Container[]]>> = {
  'nothing around it': [(text) => text, []],
  'white space around it': [(text) => `\r\n  ${text}\n\n`, []],
  'a byte-order mark': [(text) => `\ufeff${text}`, []],
  'an HTTP request': [
    (text) => `POST /gateway HTTP/1.1\r\nHost: mmsp.example\r\n${contentType}\r\n\r\n${text}`,
    ['http-request'],
  ],
  'an HTTP request with bare line feeds': [
    (text) => `POST https://mmsp.example/a?b=1 HTTP/1.1\nHost: mmsp.example\n\n${text}\n`,
    ['http-request'],
  ],
  'an HTTP request without its blank line': [
    (text) => `POST /gateway HTTP/1.1\nHost: mmsp.example\n${text}`,
    ['http-request'],
  ],
  'an HTTP request in a log': [
    (text) =>
      ['POST /gateway HTTP/1.1', 'Host: mmsp.example', '', text]
        .map((line, index) => `2024-01-02 10:00:0${index}.123 DEBUG [http-${index}] >> ${line}`)
        .join('\n'),
    ['http-request'],
  ],
  chunks: [
    (text) => {
      const half = text.length >> 1;
      const [one, two] = [text.slice(0, half), text.slice(half)];
      const body = `${bytesOf(one)}\r\n${one}\r\n${bytesOf(two)};x=1\r\n${two}\r\n0\r\n\r\n`;
      return `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n${body}`;
    },
    ['http-request'],
  ],
  'what a log leaves of a chunk': [
    (text) => `POST / HTTP/1.1\nHost: a\n\n1ff\n${text}\n0\n`,
    ['http-request'],
  ],
  'curl -d in single quotes': [
    (text) => `curl -X POST 'https://mmsp.example/a' \\\n  -H '${contentType}' \\\n  -d ${inQuotes(text)}`,
    ['curl'],
  ],
  'curl --data-raw in $ quotes': [
    (text) => `$ curl https://mmsp.example/a --compressed --data-raw ${inAnsiQuotes(text)} -k`,
    ['curl'],
  ],
  'curl --data-binary in double quotes': [
    (text) => `curl --data-binary ${inDoubleQuotes(text)} -H "${contentType}" http://127.0.0.1:8080/a | jq .`,
    ['curl'],
  ],
  'curl -d without a blank': [(text) => `curl -sS -d${inQuotes(text)} mmsp.example`, ['curl']],
  'curl --data-urlencode': [
    (text) => `curl mmsp.example --data-urlencode ${inQuotes(`web_api=${text}`)}`,
    ['curl', 'form', 'web_api'],
  ],
  'curl with the form encoded by hand': [
    (text) => `curl mmsp.example -d 'a=1' -d 'web_api=${encodeURIComponent(text)}'`,
    ['curl', 'form', 'web_api'],
  ],
  'curl -F': [(text) => `curl mmsp.example -F ${inQuotes(`web_api=${text}`)}`, ['curl', 'form', 'web_api']],
  'curl as browsers copy it for cmd': [
    (text) =>
      `curl ^"https://mmsp.example/a?b=^%^41^" ^\r\n  -H ^"${contentType}^" ^\r\n  --data-raw ${inCarets(text)} ^\r\n  --insecure`,
    ['curl'],
  ],
  'curl for cmd with doubled quotes': [
    (text) =>
      `C:\\Users\\a>curl "https://mmsp.example/a" ^\r\n  --data-binary "${text.replaceAll('\\', '\\\\').replaceAll('"', '""')}"`,
    ['curl'],
  ],
  'curl for PowerShell': [
    (text) =>
      `PS C:\\> curl.exe -X POST https://mmsp.example/a \`\r\n -H "${contentType}" \`\r\n -d ${inBackticks(text)}`,
    ['curl'],
  ],
  'curl for an older PowerShell': [
    (text) => `curl.exe https://a.example -d "${text.replaceAll('\\', '\\\\').replaceAll('"', '\\`"')}"`,
    ['curl'],
  ],
  'curl with a here-document': [
    (text) => `curl https://mmsp.example/a -d @- <<'EOF'\n${text}\nEOF\necho done`,
    ['curl'],
  ],
  'curl with a here-document that the shell expands': [
    (text) => `curl --data-binary @- <<-END https://a.example\n${text.replaceAll(/[\\$`]/g, '\\$&')}\n\tEND`,
    ['curl'],
  ],
  'curl with a here-string': [(text) => `curl mmsp.example -d @- <<< ${inQuotes(text)}`, ['curl']],
  'Invoke-WebRequest as browsers copy it': [
    (text) =>
      `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\nInvoke-WebRequest -UseBasicParsing -Uri "https://mmsp.example/a" \`\n-Method "POST" \`\n-Headers @{\n"accept"="*/*"\n} \`\n-ContentType "application/json" \`\n-Body ${inPowerShell(text)}`,
    ['powershell'],
  ],
  'Invoke-RestMethod with a variable': [
    (text) =>
      `$body = '${text.replaceAll("'", "''")}'\nInvoke-RestMethod https://mmsp.example/a -Method Post -Body $body`,
    ['powershell'],
  ],
  'Invoke-RestMethod with a here-string': [
    (text) => `irm https://mmsp.example/a -Method Post -Body @'\n${text}\n'@`,
    ['powershell'],
  ],
  'fetch as browsers copy it': [
    (text) =>
      `fetch("https://mmsp.example/a", {\n  "headers": ${JSON.stringify({ 'content-type': 'application/json' })},\n  "body": ${JSON.stringify(text)},\n  "method": "POST"\n});`,
    ['fetch'],
  ],
  'a log of nginx': [
    (text) =>
      `192.0.2.1 - - [02/Jan/2024:10:00:00 +0800] "POST /a HTTP/1.1" 200 12 "-" "curl/8" "${nginx(`${text}\n`)}"`,
    ['text', 'log-escaped'],
  ],
  'the value in a log of nginx': [(text) => nginx(`${text}\n`), ['log-escaped']],
  'a record of a log in JSON': [
    (text) => JSON.stringify({ level: 'info', msg: 'request', body: text, took: 12 }),
    ['json-record'],
  ],
  'a record of a log in JSON that says it in words': [
    (text) => JSON.stringify({ level: 30, time: 1700000000000, msg: `notify received: ${text}` }),
    ['json-record', 'text'],
  ],
  'a record in a record': [
    (text) => JSON.stringify({ log: JSON.stringify({ msg: 'in', xml: text }), stream: 'stdout' }),
    ['json-record', 'json-record'],
  ],
  'records of a log, one a line': [
    (text) =>
      ['started', text, 'done'].map((body) => JSON.stringify({ level: 'info', data: { body } })).join('\n'),
    ['text', 'json-record'],
  ],
  'an archive of requests': [
    (text) =>
      JSON.stringify(
        { log: { entries: [{ request: { url: 'https://a/b', postData: { text } } }] } },
        null,
        2,
      ),
    ['json-record'],
  ],
  'a posted form': [
    (text) => `web_api=${encodeURIComponent(text).replaceAll('%20', '+')}&x=1`,
    ['form', 'web_api'],
  ],
  'a posted form over HTTP': [
    (text) => `POST /gateway HTTP/1.1\r\nHost: a\r\n\r\nweb_api=${encodeURIComponent(text)}`,
    ['http-request', 'form', 'web_api'],
  ],
  'a posted form that was not encoded': [(text) => `web_api=${text}`, ['form', 'web_api']],
  'the HTML form of the codec': [
    (web_api) => encodeHtmlForm({ action: 'https://mmsp.example/', method: 'POST', fields: { web_api } }),
    ['html-form', 'web_api'],
  ],
  'an HTML form by hand': [
    (text) =>
      `<html><form id='f' action='/pay' method='POST'>\n<input type='hidden' name='web_api' value='${attribute(text).replaceAll("'", '&#39;')}'>\n</form></html>`,
    ['html-form', 'web_api'],
  ],
  'a text area': [
    (text) => `<form><textarea name="web_api">${attribute(text).replaceAll('<', '&lt;')}</textarea></form>`,
    ['html-form', 'web_api'],
  ],
  'the value of an attribute': [
    (text) => attribute(text).replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    ['html-escaped'],
  ],
  'percent-encoding': [(text) => encodeURIComponent(text), ['url-encoded']],
  'a JSON string': [(text) => JSON.stringify(text), ['json-string']],
  'two JSON strings': [(text) => JSON.stringify(JSON.stringify(text)), ['json-string', 'json-string']],
  'the prefix of a log line': [
    (text) => `[2024-01-02 10:00:00.123] INFO c.e.Pay (Pay.java:12) - request: ${text}`,
    ['text'],
  ],
  'the prefix of a log line before a JSON string': [
    (text) => `2024-01-02T10:00:00Z request=${JSON.stringify(text)} took=12ms`,
    ['text', 'json-string'],
  ],
  'source code': [(text) => `$body = '${text}';`, ['text']],
};

/** XML has no quotes to begin with, so that its escaped forms look otherwise. */
const xmlOnly: Readonly<Record<string, readonly Container[]>> = {
  'a posted form that was not encoded': ['form', 'web_api'],
  'the value of an attribute': ['html-escaped'],
};

describe.each(Object.entries(wrappings))('%s', (name, [wrap, containers]) => {
  it.each(messages)('around a %s', async (expected, message, options) => {
    const { recognised, verdict } = await explain(wrap(message), options);
    expect(verdict.result).toBe('match');
    expect(`${recognised.operation} ${recognised.direction}`).toBe(expected);
    const isXml = message.startsWith('<');
    expect(recognised.containers).toEqual((isXml ? xmlOnly[name] : undefined) ?? containers);
  });
});

describe('an HTTP response', () => {
  it.each(messages.filter(([name]) => name.endsWith('reply')))(
    'around a %s',
    async (name, message, options) => {
      for (const end of ['\r\n', '\n']) {
        const head = ['HTTP/1.1 200 OK', 'Content-Type: text/plain', 'Server: x', '', ''].join(end);
        const { recognised, verdict } = await explain(head + message, options);
        expect(verdict.result).toBe('match');
        expect(recognised.containers).toEqual(['http-response']);
        expect(`${recognised.operation} ${recognised.direction}`).toBe(name);
      }
    },
  );

  it('comes out of curl -v', async () => {
    const output = `> POST /a HTTP/1.1\n> Host: mmsp.example\n> Accept: */*\n> \n* upload completely sent off\n< HTTP/1.1 200 OK\n< Content-Type: application/json\n< \n{ [123 bytes data]\n${answers.quickPay}\n* Connection #0 left intact`;
    const { recognised, verdict } = await explain(output, mmspKeys);
    expect(verdict.result).toBe('match');
    expect(recognised.containers[0]).toBe('http-response');
  });

  it('after its request is the second message', async () => {
    const log = `POST /a HTTP/1.1\nHost: a\n\n${requests.quickPay}\n\nHTTP/1.1 200 OK\n\n${answers.quickPay}`;
    const { recognised, verdict, problems } = await explain(log, mmspKeys);
    expect([recognised.direction, verdict.result]).toEqual(['request', 'match']);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'several_messages' }]);
    expect(log.slice(problems[0]?.at?.start)).toBe(answers.quickPay);
  });
});

describe('JSON around JSON', () => {
  it.each(messages.filter(([, message]) => message.startsWith('{')))(
    'is taken off a %s',
    async (name, message, options) => {
      const record = `{"level":"info","body":${message},"took":1}`;
      const { recognised, verdict, problems } = await explain(record, options);
      expect([verdict.result, recognised.containers, problems]).toEqual(['match', ['json-record'], []]);
      expect(`${recognised.operation} ${recognised.direction}`).toBe(name);
      const log = `192.0.2.1 "POST /a HTTP/1.1" 200 "${apache(message)}"`;
      const logged = await explain(log, options);
      expect([logged.verdict.result, logged.recognised.containers[0]]).toEqual(['match', 'text']);
    },
  );

  it('is taken off a Body alone and a payout’s plain text', async () => {
    const record = (body: unknown) => explain(JSON.stringify({ level: 'info', body }));
    for (const body of [{ AMT: '1', MERORDERID: '2' }, '{"AMT":"1","MERORDERID":"2"}']) {
      expect((await record(body)).recognised).toMatchObject({ wire: 'body', containers: ['json-record'] });
    }
    expect((await record({ CMDID: '4097' })).recognised.wire).toBe('payout-plaintext');
  });

  it.each([
    'signing: [appid=a&body=地铁 1&mch_id=1&key=KEY]',
    'appid=a&body=地铁 1&mch_id=1&key=KEY',
    '待签名字符串：（appid=a&body=地铁 1&mch_id=1&key=KEY',
  ])('is taken off a signing text: %s', async (text) => {
    const explanation = await explain(JSON.stringify({ level: 'debug', msg: text.replace('KEY', API_KEY) }));
    expect(explanation.recognised).toMatchObject({ wire: 'query', containers: ['json-record'] });
    expect(explanation.steps.find(({ kind }) => kind === 'canonical')).toMatchObject({
      text: 'appid=a&body=地铁 1&mch_id=1',
    });
    expect(JSON.stringify(explanation)).not.toContain(API_KEY);
  });

  it('is said to hold more than one', async () => {
    const log = JSON.stringify({ request: requests.quickPay, response: answers.quickPay });
    const { problems, recognised, verdict } = await explain(log, mmspKeys);
    expect(problems).toMatchObject([{ code: 'several_messages' }]);
    expect(log.slice(problems[0]?.at?.start, problems[0]?.at?.end)).toBe(JSON.stringify(answers.quickPay));
    expect([recognised.direction, verdict.result]).toEqual(['request', 'match']);
  });

  it.each([
    ['a record without a message', '{"level":"info","msg":"request","body":"ok"}', /choose the platform/],
    ['a refusal of another API', '{"code":"SIGN_ERROR","message":"签名错误"}', /refusal.*request/],
    ['options', 'fetch("https://a.example/", {"headers":{"accept":"*/*"},"method":"GET"})', /expected/],
  ])('is no Body: %s', async (_, message, words) => {
    const { recognised, problems, verdict, steps } = await explain(message, mmspKeys);
    expect([recognised.platform, verdict.result, steps]).toEqual([undefined, 'unreadable', []]);
    expect(problems.map(({ code }) => code)).toContain('not_recognised');
    expect(problems.at(-1)?.message.en).toMatch(words);
  });

  it('is a Body where the platform is given', async () => {
    const { recognised } = await explain('{"level":"info"}', { platform: 'mmsp' });
    expect(recognised).toMatchObject({ platform: 'mmsp', wire: 'body', containers: [] });
  });
});

describe('the return of a payer in a call of fetch', () => {
  it('is in the address', async () => {
    const call = 'fetch("https://m.example/paid?STATUS=1&MERORDERID=1", {"body":null,"method":"GET"});';
    expect((await explain(call)).recognised).toMatchObject({ product: 'gateway', containers: ['fetch'] });
  });
});

describe('bytes in a log that are not UTF-8', () => {
  it('are said', async () => {
    const log = '{\\x22Body\\x22:{\\x22NAME\\x22:\\x22\\xD5\\xC5\\x22},\\x22Sign\\x22:\\x22X\\x22}';
    const { problems } = await explain(log);
    expect(problems[0]).toMatchObject({ code: 'percent_not_utf8' });
    expect(log.slice(problems[0]?.at?.start, problems[0]?.at?.end)).toBe('\\xD5\\xC5');
  });
});

describe('the address', () => {
  const body =
    '<xml><appid>a</appid><mch_id>1</mch_id><nonce_str>n</nonce_str><out_trade_no>2</out_trade_no></xml>';

  it('tells the operation of WeChat Pay', async () => {
    for (const message of [
      `POST /transit/partnerpay/payapply HTTP/1.1\nHost: api.mch.weixin.qq.com\n\n${body}`,
      `curl https://api.mch.weixin.qq.com/transit/partnerpay/payapply -d '${body}'`,
    ]) {
      expect((await explain(message)).recognised).toMatchObject({
        operation: 'payapply',
        direction: 'request',
      });
    }
    expect((await explain(body)).recognised.operation).toBe('queryorder');
  });
});

describe('what a wrapping does wrong', () => {
  const warns = async (message: string) =>
    (await explain(message, mmspKeys)).problems.map(({ severity, code }) => `${severity} ${code}`);

  it.each([
    ['json_in_string', JSON.stringify(requests.quickPay)],
    ['html_value_cut', `<form><input name="web_api" value="${requests.quickPay}"></form>`],
    ['not_percent_encoded', `web_api=${requests.quickPay}`],
    ['text_around', `request: ${requests.quickPay}`],
    ['text_around', `${requests.quickPay};`],
    ['several_messages', `${requests.quickPay}\n${answers.quickPay}`],
    ['byte_order_mark', `\ufeff${requests.quickPay}`],
  ])('is said: %s', async (code, message) => {
    expect(await warns(message)).toEqual([`warning ${code}`]);
    expect((await explain(message, mmspKeys)).verdict.result).toBe('match');
  });

  it('is said of a command line', async () => {
    expect(await warns(`curl a.example -d "${answers.quickPay}"`)).toEqual([
      'warning shell_quotes',
      'error unquoted_name',
    ]);
    expect(await warns(`curl a.example -d '${answers.quickPay}`)).toEqual(['warning unclosed_quote']);
    expect(await warns('curl a.example -d @body.json')).toEqual([
      'warning curl_reads_file',
      'error not_recognised',
    ]);
  });

  it('is said of GBK in a form', async () => {
    const message = `web_api=${encodeURIComponent('{"Body":{"NAME":"')}%D5%C5${encodeURIComponent('"},"Sign":"X"}')}`;
    const { problems } = await explain(message);
    expect(problems).toMatchObject([{ code: 'percent_not_utf8' }]);
    expect(message.slice(problems[0]?.at?.start, problems[0]?.at?.end)).toMatch(/^%D5%C5/);
  });
});

describe('what is inside of a message', () => {
  it.each([
    ['markup', '<form><input name="web_api" value="{}"></form>'],
    ['an HTTP message', 'GET /a HTTP/1.1'],
    ['a message', '{"CommandID":771,"Body":{"AMT":"1"}}'],
    ['a command', "curl a.example -d '{}'"],
  ])('is a value and no wrapping: %s', async (_, REMARK) => {
    const message = JSON.stringify({ CommandID: 2322, Body: { REMARK, AMT: '1' }, Sign: 'X' }, null, 2);
    const { recognised, problems } = await explain(message, mmspKeys);
    expect([recognised.containers, recognised.operation, problems]).toEqual([[], 'gateway.pay', []]);
    const xml = `<xml><mch_id>1</mch_id>\n<attach><![CDATA[</xml>${REMARK}]]></attach></xml>`;
    const wechat = await explain(xml);
    expect([wechat.recognised.containers, wechat.recognised.wire, wechat.problems]).toEqual([[], 'xml', []]);
  });
});
