import { ConfigurationError, type Issue } from '@yinjian/provider-kit';

/** An agent acting for its merchants (机构模式): messages then carry its number and are signed with its key. */
export interface AgentCredentials {
  /** 代理商编号. */
  readonly AGENTNO: string;
  /** The agent's MD5 key; it goes before the merchant's (密钥使用优先级). */
  readonly md5Key: string;
}

/** Who is calling, for quick pay. */
export interface EnvelopeCredentials {
  /** 商户号. */
  readonly MERNO: string;
  /** 终端号. */
  readonly TERMNO: string;
  /** The merchant's MD5 key. */
  readonly md5Key: string;
  readonly agent?: AgentCredentials;
}

/** The keys with which a message can be signed. */
export type SigningKeys = Pick<EnvelopeCredentials, 'md5Key'> & {
  readonly agent?: Pick<AgentCredentials, 'md5Key'>;
};

/**
 * A copy that later changes to the caller's object do not reach.
 *
 * @throws ConfigurationError with every mistake at once.
 */
export function checkEnvelopeCredentials(credentials: EnvelopeCredentials): EnvelopeCredentials {
  const { MERNO, TERMNO, md5Key, agent } = credentials;
  const issues = [
    ...numberIssues('MERNO', MERNO),
    ...numberIssues('TERMNO', TERMNO),
    ...keyIssues(credentials),
  ];
  if (agent !== undefined) issues.push(...numberIssues('agent.AGENTNO', agent.AGENTNO));
  if (issues.length > 0) throw new ConfigurationError(issues);
  return { MERNO, TERMNO, md5Key, ...(agent === undefined ? {} : { agent: { ...agent } }) };
}

/** What is wrong with the MD5 keys. */
export function keyIssues({ md5Key, agent }: SigningKeys): Issue[] {
  const keys: [string, unknown][] = [['md5Key', md5Key]];
  if (agent !== undefined) keys.push(['agent.md5Key', agent.md5Key]);
  return keys.flatMap(([path, key]): Issue[] => {
    if (typeof key !== 'string' || key === '') return [{ path, code: 'missing', message: 'is required' }];
    if (/\s/.test(key)) return [{ path, code: 'invalid_value', message: 'must not contain white space' }];
    return [];
  });
}

/** What is wrong with a number that the platform hands out. */
export function numberIssues(path: string, value: unknown): Issue[] {
  if (typeof value === 'string' && /^[A-Za-z0-9]{1,20}$/.test(value)) return [];
  return [{ path, code: 'invalid_value', message: 'must be 1 to 20 letters and digits' }];
}
