import type { Command } from '../parser.ts';
import { call } from './call.ts';
import { completion } from './completion.ts';
import { decrypt } from './decrypt.ts';
import { diagnose } from './diagnose.ts';
import { encrypt } from './encrypt.ts';
import { explain } from './explain.ts';
import { keygen } from './keygen.ts';
import { operations } from './operations.ts';
import { sandbox } from './sandbox.ts';
import { sign } from './sign.ts';
import { verify } from './verify.ts';

/** By name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  explain,
  diagnose,
  sign,
  verify,
  encrypt,
  decrypt,
  keygen,
  operations,
  call,
  sandbox,
  completion,
};
