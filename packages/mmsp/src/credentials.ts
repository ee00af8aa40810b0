import type { Issue } from '@yinjian/provider-kit';
import { checkObject, refuse } from './internal/configuration-issues.ts';

/** An agent acting for its merchants (机构模式): messages then carry its number and are signed with its key. */
export interface AgentCredentials {
  /** 代理商编号. */
  readonly AGENTNO: string;
  /** The agent's MD5 key; it goes before the merchant's (密钥使用优先级) [M] 快捷 3.1. */
  readonly md5Key: string;
}

/** Who is calling, for quick pay, scan pay and the gateway. */
export interface EnvelopeCredentials {
  /** 商户号: 1 to 20 letters and digits. */
  readonly MERNO: string;
  /** 终端号: 1 to 20 letters and digits. */
  readonly TERMNO: string;
  /** The merchant's MD5 key: printable ASCII, without white space. */
  readonly md5Key: string;
  /** In agent mode only. */
  readonly agent?: AgentCredentials;
}

/** The keys with which a message can be signed: the merchant's, and the agent's in agent mode. */
export type SigningKeys = Pick<EnvelopeCredentials, 'md5Key'> & {
  readonly agent?: Pick<AgentCredentials, 'md5Key'>;
};

/**
 * A copy that later changes to the caller's object do not reach.
 *
 * @throws ConfigurationError with every mistake at once.
 */
export function checkEnvelopeCredentials(credentials: EnvelopeCredentials): EnvelopeCredentials {
  const { MERNO, TERMNO, md5Key, agent } = checkObject('credentials', credentials);
  refuse([
    ...numberIssues('MERNO', MERNO),
    ...numberIssues('TERMNO', TERMNO),
    ...keyIssues(credentials),
    ...(agent === undefined ? [] : numberIssues('agent.AGENTNO', agent?.AGENTNO)),
  ]);
  return { MERNO, TERMNO, md5Key, ...(agent === undefined ? {} : { agent: { ...agent } }) };
}

/**
 * A copy of the keys alone.
 *
 * @throws ConfigurationError with every mistake at once.
 */
export function checkSigningKeys(keys: SigningKeys): SigningKeys {
  const { md5Key, agent } = checkObject('keys', keys);
  refuse(keyIssues(keys));
  return { md5Key, ...(agent === undefined ? {} : { agent: { md5Key: agent.md5Key } }) };
}

/** @throws ConfigurationError */
export function checkKey(md5Key: string): void {
  refuse(oneKeyIssues('md5Key', md5Key));
}

function keyIssues(keys: SigningKeys): Issue[] {
  const { md5Key, agent } = keys;
  return [
    ...oneKeyIssues('md5Key', md5Key),
    ...(agent === undefined ? [] : oneKeyIssues('agent.md5Key', agent?.md5Key)),
  ];
}

/** A key copied together with a line break or an invisible character signs wrongly: better to hear of it here. */
function oneKeyIssues(path: string, key: unknown): Issue[] {
  if (key === undefined || key === '') return [{ path, code: 'missing', message: 'is required' }];
  if (typeof key === 'string' && /^[\x21-\x7e]+$/.test(key)) return [];
  const message = 'must be printable ASCII without white space';
  return [{ path, code: typeof key === 'string' ? 'invalid_value' : 'wrong_type', message }];
}

/** What is wrong with a number that the platform hands out. */
export function numberIssues(path: string, value: unknown): Issue[] {
  if (value === undefined || value === '') return [{ path, code: 'missing', message: 'is required' }];
  if (typeof value === 'string' && /^[A-Za-z0-9]{1,20}$/.test(value)) return [];
  const message = 'must be a text of 1 to 20 letters and digits';
  return [{ path, code: typeof value === 'string' ? 'invalid_value' : 'wrong_type', message }];
}
