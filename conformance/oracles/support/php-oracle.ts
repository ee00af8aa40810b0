import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What travels to PHP and back. Strings go as UTF-8; bytes go as they are. */
type Argument = string | Uint8Array | number | boolean | readonly Argument[];
type Result = Buffer | boolean | Result[];

export type FieldList = readonly (readonly [name: string, value: string])[];
export type XmlStyle = 'text' | 'cdata' | 'mixed' | 'references';
export type WechatAlgorithm = 'MD5' | 'HMAC-SHA256';

/** PHP ran, and said no. */
export class OracleRefusal extends Error {
  override readonly name = 'OracleRefusal';
}

interface Question {
  readonly answer: (result: Result) => void;
  readonly fail: (reason: Error) => void;
}

const script = fileURLToPath(new URL('../php/oracle.php', import.meta.url));

/**
 * One PHP process that answers in the order it was asked. Questions asked together are written together,
 * so a test that needs several answers should await them with one `Promise.all`.
 */
export class PhpOracle {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting: Question[] = [];
  #unwritten = '';
  #complaints = '';
  #failure: Error | undefined;

  /** @throws when there is no PHP that can be the oracle: a comparison with nothing must not pass */
  constructor() {
    const check = spawnSync('php', [script, '--check'], { encoding: 'utf8' });
    if (check.status !== 0) {
      throw new Error(
        `There is no PHP oracle (${check.error?.message ?? check.stderr.trim()}). It needs PHP 8.1 or later ` +
          'with its XML extensions; on Debian: apt-get install --no-install-recommends php-cli php-xml',
      );
    }
    this.#process = spawn('php', ['-d', 'display_errors=stderr', script]);
    this.#process.on('error', (error) => this.#end(error.message));
    this.#process.on('close', (status) => this.#end(`status ${status}, ${this.#complaints.trim()}`));
    // A pipe that PHP no longer reads: why it ended is said when it closes.
    this.#process.stdin.on('error', () => undefined);
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaints += text;
    });
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#hear(line));
  }

  stop(): void {
    this.#process.stdin.end();
  }

  canonicalizeMmsp = (body: string): Promise<string> => this.#text('mmsp_canonicalize', body);
  canonicalizeMmspPlain = (body: string): Promise<string> => this.#text('mmsp_canonicalize_plain', body);
  canonicalizeMmspMember = (message: string, name: string): Promise<string> =>
    this.#text('mmsp_canonicalize_member', message, name);
  signMmsp = (body: string, key: string): Promise<string> => this.#text('mmsp_sign', body, key);
  verifyMmsp = (body: string, key: string, sign: string): Promise<boolean> =>
    this.#truth('mmsp_verify', body, key, sign);
  repeatsAName = (json: string): Promise<boolean> => this.#truth('json_repeats_a_name', json);

  canonicalizeWechat = (fields: FieldList): Promise<string> => this.#text('wechat_canonicalize', fields);
  signWechat = (fields: FieldList, key: string, algorithm: WechatAlgorithm): Promise<string> =>
    this.#text('wechat_sign', fields, key, algorithm);
  verifyWechat = (
    fields: FieldList,
    key: string,
    algorithm: WechatAlgorithm,
    sign: string,
  ): Promise<boolean> => this.#truth('wechat_verify', fields, key, algorithm, sign);

  readXmlWithSimpleXml = (xml: string): Promise<FieldList> => this.#fields('xml_read_simplexml', xml);
  readXmlWithDom = (xml: string): Promise<FieldList> => this.#fields('xml_read_dom', xml);
  writeXml = (
    fields: FieldList,
    styles: readonly XmlStyle[],
    form: { indented: boolean; declared: boolean },
  ): Promise<string> => this.#text('xml_write', fields, styles, form.indented, form.declared);

  /** `ENCRYPT` and `SIGN`. */
  sealPayout = async (
    plain: Uint8Array,
    receiverPublicPem: string,
    senderPrivatePem: string,
    pieceLength: number,
  ): Promise<readonly [encrypted: string, sign: string]> => {
    const sealed = await this.#ask('payout_seal', plain, receiverPublicPem, senderPrivatePem, pieceLength);
    const [encrypted, sign] = listOf(sealed).map(textOf);
    return [encrypted ?? '', sign ?? ''];
  };
  openPayout = async (encrypted: string, receiverPrivatePem: string): Promise<Uint8Array> =>
    bytesOf(await this.#ask('payout_open', encrypted, receiverPrivatePem));
  signPayout = (plain: Uint8Array, senderPrivatePem: string): Promise<string> =>
    this.#text('payout_sign', plain, senderPrivatePem);
  verifyPayout = (plain: Uint8Array, sign: string, senderPublicPem: string): Promise<boolean> =>
    this.#truth('payout_verify', plain, sign, senderPublicPem);
  generateKeys = async (bits: number): Promise<{ privatePem: string; publicPem: string }> => {
    const [privatePem, publicPem] = listOf(await this.#ask('payout_generate_keys', bits)).map(textOf);
    return { privatePem: privatePem ?? '', publicPem: publicPem ?? '' };
  };

  async #text(operation: string, ...args: Argument[]): Promise<string> {
    return textOf(await this.#ask(operation, ...args));
  }

  async #truth(operation: string, ...args: Argument[]): Promise<boolean> {
    const result = await this.#ask(operation, ...args);
    if (typeof result !== 'boolean') {
      throw new TypeError(`PHP's ${operation} did not answer with a boolean`);
    }
    return result;
  }

  async #fields(operation: string, ...args: Argument[]): Promise<FieldList> {
    return listOf(await this.#ask(operation, ...args)).map((field) => {
      const [name, value] = listOf(field).map(textOf);
      return [name ?? '', value ?? ''] as const;
    });
  }

  #ask(operation: string, ...args: Argument[]): Promise<Result> {
    return new Promise((answer, fail) => {
      if (this.#failure !== undefined) {
        fail(this.#failure);
        return;
      }
      this.#waiting.push({ answer, fail });
      if (this.#unwritten === '') {
        queueMicrotask(() => {
          this.#process.stdin.write(this.#unwritten);
          this.#unwritten = '';
        });
      }
      this.#unwritten += `${JSON.stringify({ operation, arguments: args.map(toWire) })}\n`;
    });
  }

  #hear(line: string): void {
    const question = this.#waiting.shift();
    try {
      const answer: unknown = JSON.parse(line);
      if (typeof answer === 'object' && answer !== null && 'result' in answer) {
        question?.answer(fromWire(answer.result));
      } else if (typeof answer === 'object' && answer !== null && 'refused' in answer) {
        question?.fail(new OracleRefusal(textOf(fromWire(answer.refused))));
      } else {
        throw new TypeError('PHP answered with neither a result nor a refusal');
      }
    } catch (error) {
      question?.fail(new Error('PHP answered with something else than it was asked for', { cause: error }));
    }
  }

  #end(reason: string): void {
    this.#failure ??= new Error(`The PHP oracle has ended: ${reason}`);
    for (const { fail } of this.#waiting.splice(0)) {
      fail(this.#failure);
    }
  }
}

function toWire(value: Argument): unknown {
  if (typeof value === 'string') {
    return Buffer.from(value, 'utf8').toString('base64');
  }
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString('base64');
  }
  return typeof value === 'object' ? value.map(toWire) : value;
}

function fromWire(value: unknown): Result {
  if (typeof value === 'string') {
    return Buffer.from(value, 'base64');
  }
  if (Array.isArray(value)) {
    return value.map(fromWire);
  }
  if (typeof value === 'boolean') {
    return value;
  }
  throw new TypeError('PHP answered with something that no operation returns');
}

function listOf(result: Result): Result[] {
  if (!Array.isArray(result)) {
    throw new TypeError('PHP did not answer with a list');
  }
  return result;
}

function bytesOf(result: Result): Uint8Array {
  if (!Buffer.isBuffer(result)) {
    throw new TypeError('PHP did not answer with a string');
  }
  return new Uint8Array(result);
}

function textOf(result: Result): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(result));
}
