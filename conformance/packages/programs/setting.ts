import type { Sandbox } from '@yinjian/sandbox';

/** What a program needs of the sandbox that it calls. */
export type Setting = Pick<Sandbox, 'urls' | 'merchants' | 'platformPublicKeyPem'>;
