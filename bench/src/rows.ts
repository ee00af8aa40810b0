import type { Job } from './peers/library.ts';
import { SIGN_TYPES, type SignType } from './work/wechat.ts';

export type Peer =
  | 'node-crypto'
  | 'wechatpay-axios-plugin'
  | 'tenpay'
  | 'node-easywechat'
  | 'jsencrypt'
  | 'node-forge'
  | 'micro-rsa-dsa-dh';

/** Ours, with the host's crypto and without. */
export type Ours = 'yinjian' | 'yinjian-portable';

/** The files in peers/. */
export type LibraryName = Peer | Ours;

/** What is measured side by side. */
export interface Row {
  readonly work: string;
  readonly job: Job;
  readonly theirs: readonly { readonly peer: Peer; readonly job: Job }[];
  /** `faster`: than the fastest of theirs, at least. `times`: their time, at most. Without either, it is only shown. */
  readonly toReach?: { readonly faster: number } | { readonly times: number };
  /** The first has to reach it. */
  readonly ours: readonly Ours[];
  /** Why it was not reached, in case it was not. */
  readonly ifMissed?: string;
}

const BOTH: readonly Ours[] = ['yinjian', 'yinjian-portable'];

const WECHAT: readonly Peer[] = ['wechatpay-axios-plugin', 'tenpay', 'node-easywechat'];
const RSA: readonly Peer[] = ['jsencrypt', 'node-forge', 'micro-rsa-dsa-dh'];

const against = (peers: readonly Peer[], job: Job) => peers.map((peer) => ({ peer, job }));
const floor = (job: Job) => against(['node-crypto'], job);

const CANONICAL =
  'sorting, joining and the two looks for lone surrogates, by the canonicaliser and by the digest, cost more than so short a digest';

const buildRow = (type: SignType): Row => ({
  work: `sign + build XML, ${type}`,
  job: `build ${type}`,
  theirs: against(WECHAT, `build ${type}`),
  toReach: { faster: 3 },
  ours: BOTH,
  ifMissed:
    'a good part of ours is the digest, which is the same for all; the rest also refuses what theirs lets through: names and characters that XML cannot carry, lone surrogates, anything but strings and whole numbers',
});

const readRow = (type: SignType): Row => ({
  work: `read XML + verify, ${type}`,
  job: `read ${type}`,
  theirs: against(WECHAT, `read ${type}`),
  toReach: { faster: 5 },
  ours: BOTH,
  ifMissed: 'a good part of ours is the digest, which is the same for all',
});

const signRow = (type: SignType): Row => ({
  work: `sign the WeChat request, ${type}`,
  job: `sign ${type}`,
  theirs: floor(`digest request ${type}`),
  toReach: { times: 2.5 },
  ours: BOTH,
  ifMissed: CANONICAL,
});

const verifyRow = (type: SignType): Row => ({
  work: `verify the WeChat reply, ${type}`,
  job: `verify ${type}`,
  theirs: floor(`digest reply ${type}`),
  toReach: { times: 2.5 },
  ours: BOTH,
  ifMissed: CANONICAL,
});

const buildRequestRow = (type: SignType): Row => ({
  work: `buildRequest: every field checked, signed, built, ${type}`,
  job: `whole build ${type}`,
  theirs: against(WECHAT, `build ${type}`),
  ours: BOTH,
});

const readReplyRow = (type: SignType): Row => ({
  work: `readReply: from bytes to a verified, typed outcome, ${type}`,
  job: `whole read ${type}`,
  theirs: against(WECHAT, `read ${type}`),
  ours: BOTH,
});

const canonicalTextRow = (text: string, job: Job): Row => ({
  work: `canonical JSON of 12 fields, from a text ${text}`,
  job,
  theirs: floor('stringify'),
  toReach: { times: 4 },
  ours: ['yinjian'],
  ifMissed:
    'numbers are kept as they are written and duplicate names refused, so the text is read in JavaScript, and what is spelt otherwise is spelt anew',
});

export const ROWS: readonly Row[] = [
  ...SIGN_TYPES.map(buildRow),
  ...SIGN_TYPES.map(readRow),
  {
    work: 'canonical JSON of 12 fields, from an object',
    job: 'canonical object',
    theirs: floor('stringify'),
    toReach: { times: 1.5 },
    ours: ['yinjian'],
    ifMissed:
      '`JSON.stringify` is native code, and gets a body that somebody sorted before; part of ours is sorting. Where Node has to sort too (in a row below), ours is the faster',
  },
  canonicalTextRow('as MMSP signs it but for the order', 'canonical text'),
  canonicalTextRow('with a number and Chinese escaped, as PHP writes it', 'canonical PHP text'),
  canonicalTextRow('with spaces and bare slashes besides, as Python writes it', 'canonical Python text'),
  canonicalTextRow('indented', 'canonical pretty text'),
  {
    work: 'payout decrypt',
    job: 'decrypt',
    theirs: against(RSA, 'decrypt'),
    toReach: { faster: 3 },
    ours: ['yinjian-portable', 'yinjian'],
    ifMissed: 'ours is blinded and checks each result, which theirs do not do',
  },
  {
    work: 'payout decrypt, bytes',
    job: 'decrypt bytes',
    theirs: floor('decrypt raw'),
    toReach: { times: 1.3 },
    ours: BOTH,
  },
  ...SIGN_TYPES.flatMap((type) => [signRow(type), verifyRow(type)]),
  {
    work: 'sign the MMSP body',
    job: 'MMSP sign',
    theirs: floor('MMSP digest'),
    toReach: { times: 2.5 },
    ours: BOTH,
    ifMissed: CANONICAL,
  },
  {
    work: 'verify the MMSP body, from its text',
    job: 'MMSP verify',
    theirs: floor('MMSP digest'),
    toReach: { times: 2.5 },
    ours: BOTH,
    ifMissed:
      'what is verified is raw text: its shape is checked, its members are sorted, and the digest looks for lone surrogates once more, all before so short a digest',
  },
  {
    work: 'canonical JSON, from an object; theirs sorts too',
    job: 'canonical object',
    theirs: floor('sort and stringify'),
    ours: ['yinjian'],
  },
  ...SIGN_TYPES.flatMap((type) => [buildRequestRow(type), readReplyRow(type)]),
];
