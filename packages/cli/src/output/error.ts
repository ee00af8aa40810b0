import { debuglog } from 'node:util';
import { CryptoError } from '@yinjian/crypto-webcrypto';
import { CodecError } from '@yinjian/protocol-codec';
import { ConfigurationError, RequestError, type Title } from '@yinjian/provider-kit';
import type { Context } from '../context.ts';
import { CliError, type TitledIssue } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { issueAsData, issueInWords } from './issue.ts';
import { note, toJson } from './print.ts';
import { errorStyle } from './style.ts';
import { visible } from './visible.ts';

/** A mistake as it is printed. */
interface Told {
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly TitledIssue[];
  readonly exitCode: ExitCode;
}

const debug = debuglog('yinjian');

/** Prints what went wrong on standard error: in words, or as JSON. Never a stack, unless `NODE_DEBUG=yinjian`. */
export function printError(error: unknown, { say, json }: Context): ExitCode {
  debug('%s', error instanceof Error ? error.stack : error);
  const { exitCode, ...told } = tell(error, say);
  if (json) {
    note(toJson({ error: { ...told, ...(told.issues && { issues: told.issues.map(issueAsData) }) } }));
    return exitCode;
  }
  const lines = (told.issues ?? []).map((issue) => `  ${visible(say(issueInWords(issue)))}`);
  note(`${errorStyle('red', say({ en: 'Error:', zh: '错误：' }))} ${visible(told.message)}`, ...lines);
  return exitCode;
}

function tell(error: unknown, say: Context['say']): Told {
  if (error instanceof CliError) {
    const { code, text, issues, exitCode } = error;
    return { code, message: say(text), ...(issues === undefined ? {} : { issues }), exitCode };
  }
  if (error instanceof ConfigurationError || error instanceof RequestError) {
    return { code: error.code, message: say(SUMMARY), issues: error.issues, exitCode: EXIT.usage };
  }
  if (error instanceof CodecError) {
    const message = say({
      en: `The message cannot be read: ${error.message}.`,
      zh: `无法读取报文：${error.message}。`,
    });
    return { code: error.code, message, exitCode: EXIT.usage };
  }
  if (error instanceof CryptoError) {
    const message = say({
      en: `A key cannot be used: ${error.message}.`,
      zh: `密钥不可用：${error.message}。`,
    });
    return { code: error.code, message, exitCode: EXIT.usage };
  }
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  return {
    code: 'internal',
    message: say({ en: `Internal error: ${name}: ${message}`, zh: `内部错误：${name}: ${message}` }),
    exitCode: EXIT.failed,
  };
}

const SUMMARY: Title = { en: 'This cannot be used; nothing was sent.', zh: '参数不可用，未发送任何数据。' };
