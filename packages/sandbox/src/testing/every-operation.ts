import { formatChinaTime } from '@yinjian/protocol-codec';
import type { OperationName } from '../operations.ts';
import type { Sandbox } from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import {
  CARD_PAYMENT,
  createClients,
  METRO_FARE,
  NOWHERE,
  PAYOUT,
  SCANNED,
  SCANNED_CARD,
} from './clients.ts';

export type Clients = Awaited<ReturnType<typeof createClients>>;
export type Input = Readonly<Record<string, unknown>>;

/** An outcome, whichever operation's it is. */
export interface AnyOutcome {
  readonly status: 'succeeded' | 'pending' | 'refunded' | 'failed' | 'unknown';
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What an operation needs before it can be called. */
export interface Setting {
  readonly sandbox: Sandbox;
  readonly clients: Clients;
  /** A number that nothing has been called by before; digits. */
  readonly number: string;
  /** Lets time pass on the sandbox's clock. */
  readonly pass: (seconds: number) => void;
}

interface Example {
  /** What it comes to where nothing goes wrong. */
  readonly status: AnyOutcome['status'];
  /** Does what has to be done before, and gives the input. */
  readonly prepare: (setting: Setting) => Input | Promise<Input>;
  /** Whether an order under the setting's number comes of it. */
  readonly places?: true;
  /** A field that takes any text, where there is one. */
  readonly text?: string;
}

/** A sandbox whose clock only the test moves, and clients for it. */
export async function startSetting() {
  let passed = 0;
  let used = 20_260_000_000_000;
  const sandbox = await startSandbox({ clock: () => new Date(Date.now() + passed * 1000) });
  const clients = await createClients(sandbox);
  return {
    sandbox,
    /** For one call. */
    next: (): Setting => ({
      sandbox,
      clients,
      number: String(++used),
      pass: (seconds) => void (passed += seconds),
    }),
  };
}

/** Of deductions, `direct` and `partner`; of MMSP, `direct` and through an `agent`. */
export type Mode = 'direct' | 'partner' | 'agent';

/** Calls an operation by its name. */
export async function callOperation(
  clients: Clients,
  name: string,
  input: Input,
  mode: Mode = 'direct',
): Promise<AnyOutcome> {
  const [product = '', method] = name.split('.');
  const mmsp = mode === 'agent' ? clients.agent : clients.mmsp;
  const transit = mode === 'partner' ? clients.partner : clients.direct;
  const client = method === undefined ? transit : mmsp[product as keyof typeof mmsp];
  const call = (client as unknown as Readonly<Record<string, (given: Input) => Promise<AnyOutcome>>>)[
    method ?? product
  ];
  if (call === undefined) throw new Error(`There is no ${name}`);
  return await call(mode === 'partner' ? { sub_mch_id: SUB_MERCHANT, ...input } : input);
}

const SUB_MERCHANT = '1900000109';

const fare = ({ number }: Setting) => ({ ...METRO_FARE, out_trade_no: number, notify_url: NOWHERE });
const cardPayment = ({ number }: Setting) => ({ ...CARD_PAYMENT, MERORDERID: number, NOTIFY_URL: NOWHERE });
const scanned = ({ number }: Setting) => ({ ...SCANNED, MERORDERID: number, NOTIFY_URL: NOWHERE });
const scannedCard = ({ number }: Setting) => ({ ...SCANNED_CARD, MERORDERID: number, NOTIFY_URL: NOWHERE });
const h5 = ({ number }: Setting) => ({
  AMT: 100,
  GOODSNAME: '珍珠奶茶',
  MERORDERID: number,
  NOTIFY_URL: NOWHERE,
  JUMP_URL: 'http://127.0.0.1:9/paid',
});

function dataOf({ data = {} }: AnyOutcome): Readonly<Record<string, string>> {
  return data as Readonly<Record<string, string>>;
}

/** A quick payment that waits for its code. */
async function placed(setting: Setting) {
  const { LIST_ID = '' } = dataOf(await setting.clients.mmsp.quickPay.pay(cardPayment(setting)));
  return { LIST_ID, MSG_CODE: setting.sandbox.payer.smsCode(LIST_ID) };
}

const holder = ({ number }: Setting) => ({
  MERORDERID: number,
  USER_ID: 'u1',
  CARDNO: CARD_PAYMENT.CARDNO,
  PHONENO: CARD_PAYMENT.PHONENO,
});

/** A card whose holder has received the code. */
async function codeSent(setting: Setting) {
  const { LIST_ID = '' } = dataOf(await setting.clients.mmsp.quickPay.bindSms(holder(setting)));
  const { CARDTYPE, NAME, ID_NO } = CARD_PAYMENT;
  const MSG_CODE = setting.sandbox.payer.smsCode(LIST_ID);
  return { ...holder(setting), CARDTYPE, NAME, ID_NO, MSG_CODE } as const;
}

async function bound(setting: Setting) {
  const { BIND_ID = '' } = dataOf(await setting.clients.mmsp.quickPay.bind(await codeSent(setting)));
  return { BIND_ID };
}

async function boundPayment(setting: Setting) {
  const { BIND_ID } = await bound(setting);
  return { BIND_ID, MERORDERID: `${setting.number}p`, USER_ID: 'u1', AMT: 100 };
}

/** A scan payment that was paid, long enough ago to be cancelled. */
async function paidByScan(setting: Setting) {
  await setting.clients.mmsp.scanPay.wechatCard(scannedCard(setting));
  setting.pass(15);
  return { MERORDERID: setting.number };
}

async function refundable(setting: Setting) {
  return { ...(await paidByScan(setting)), REFUND_MERORDERID: `R${setting.number}`, AMT: 40 };
}

/** One page, from yesterday on. */
function period() {
  const day = (offset: number) => formatChinaTime(new Date(Date.now() + offset * 86_400_000)).slice(0, 10);
  return { START_DATE: day(-1), END_DATE: day(0), PAGE: 1 };
}

/** Every operation that a client can call, and what it needs. */
export const EXAMPLES = {
  payapply: { status: 'pending', places: true, prepare: fare, text: 'contract_id' },
  queryorder: {
    status: 'pending',
    prepare: async (setting) => {
      await setting.clients.direct.payapply(fare(setting));
      await setting.clients.partner.payapply({ ...fare(setting), sub_mch_id: SUB_MERCHANT });
      return { out_trade_no: setting.number };
    },
    text: 'out_trade_no',
  },
  querystate: { status: 'succeeded', prepare: () => ({ openid: 'o1' }), text: 'openid' },

  'quickPay.pay': { status: 'pending', places: true, prepare: cardPayment, text: 'NAME' },
  'quickPay.confirm': { status: 'pending', prepare: placed, text: 'LIST_ID' },
  'quickPay.query': {
    status: 'pending',
    prepare: async (setting) => {
      await placed(setting);
      return { MERORDERID: setting.number };
    },
    text: 'MERORDERID',
  },
  'quickPay.queryBatch': { status: 'succeeded', prepare: period },
  'quickPay.resendSms': {
    status: 'pending',
    prepare: async (setting) => {
      const { LIST_ID } = await placed(setting);
      setting.pass(60);
      return { LIST_ID };
    },
    text: 'LIST_ID',
  },
  'quickPay.unionPayOrder': {
    status: 'pending',
    places: true,
    prepare: ({ number }) => ({
      MERORDERID: number,
      AMT: 100,
      JUMP_URL: 'http://127.0.0.1:9/done',
      NOTIFY_URL: NOWHERE,
    }),
    text: 'MERORDERID',
  },
  'quickPay.bindSms': { status: 'pending', prepare: holder, text: 'USER_ID' },
  'quickPay.bind': { status: 'succeeded', prepare: codeSent, text: 'USER_ID' },
  'quickPay.unbind': { status: 'succeeded', prepare: bound, text: 'BIND_ID' },
  'quickPay.queryBinding': { status: 'succeeded', prepare: bound, text: 'BIND_ID' },
  'quickPay.boundCardSms': {
    status: 'pending',
    prepare: async (setting) => ({ ...(await boundPayment(setting)), PHONENO: CARD_PAYMENT.PHONENO }),
    text: 'USER_ID',
  },
  'quickPay.payWithBoundCard': {
    status: 'pending',
    prepare: async (setting) => {
      const payment = await boundPayment(setting);
      const { PHONENO } = CARD_PAYMENT;
      const sent = await setting.clients.mmsp.quickPay.boundCardSms({ ...payment, PHONENO });
      const MSG_CODE = setting.sandbox.payer.smsCode(dataOf(sent)['LIST_ID'] ?? '');
      return { ...payment, MSG_CODE, NOTIFY_URL: NOWHERE };
    },
    text: 'USER_ID',
  },

  'scanPay.wechatPreOrder': { status: 'pending', places: true, prepare: scanned, text: 'GOODSNAME' },
  'scanPay.wechatCard': { status: 'succeeded', places: true, prepare: scannedCard, text: 'GOODSNAME' },
  'scanPay.wechatH5': { status: 'pending', places: true, prepare: h5, text: 'GOODSNAME' },
  'scanPay.alipayPreOrder': { status: 'pending', places: true, prepare: scanned, text: 'GOODSNAME' },
  'scanPay.alipayCard': { status: 'succeeded', places: true, prepare: scannedCard, text: 'GOODSNAME' },
  'scanPay.alipayStaticCode': { status: 'pending', places: true, prepare: scanned, text: 'GOODSNAME' },
  'scanPay.alipayDynamicCode': { status: 'pending', places: true, prepare: scanned, text: 'GOODSNAME' },
  'scanPay.alipayH5': { status: 'pending', places: true, prepare: h5, text: 'GOODSNAME' },
  'scanPay.qqPreOrder': { status: 'pending', places: true, prepare: scanned, text: 'GOODSNAME' },
  'scanPay.qqCard': { status: 'succeeded', places: true, prepare: scannedCard, text: 'GOODSNAME' },
  'scanPay.jdPreOrder': { status: 'pending', places: true, prepare: scanned, text: 'GOODSNAME' },
  'scanPay.unionPayPreOrder': { status: 'pending', places: true, prepare: scanned, text: 'GOODSNAME' },
  'scanPay.query': { status: 'succeeded', prepare: paidByScan, text: 'MERORDERID' },
  'scanPay.cancel': { status: 'succeeded', prepare: paidByScan, text: 'MERORDERID' },
  'scanPay.close': {
    status: 'succeeded',
    prepare: async (setting) => {
      await setting.clients.mmsp.scanPay.wechatPreOrder(scanned(setting));
      return { MERORDERID: setting.number };
    },
    text: 'MERORDERID',
  },
  'scanPay.refund': { status: 'pending', prepare: refundable, text: 'REFUND_MERORDERID' },
  'scanPay.refundQuery': {
    status: 'pending',
    prepare: async (setting) => {
      const refund = await refundable(setting);
      await setting.clients.mmsp.scanPay.refund(refund);
      return { REFUND_MERORDERID: refund.REFUND_MERORDERID };
    },
    text: 'REFUND_MERORDERID',
  },

  'gateway.query': {
    status: 'pending',
    prepare: async (setting) => {
      const { action, fields } = await setting.clients.mmsp.gateway.paymentForm({
        MERORDERID: setting.number,
        AMT: 100,
        NOTIFY_URL: NOWHERE,
        JUMP_URL: 'http://127.0.0.1:9/done',
        PAY_CHANNEL: 'ICBC-NET-B2C',
      });
      await fetch(action, { method: 'POST', body: new URLSearchParams({ ...fields }) });
      return { MERORDERID: setting.number };
    },
    text: 'MERORDERID',
  },
  'gateway.queryBatch': { status: 'succeeded', prepare: period },

  'payout.pay': {
    status: 'pending',
    places: true,
    // Not the words of any refusal: a client hides the memo wherever it stands.
    prepare: ({ number }) => ({ ...PAYOUT, MEMO: '五月', ORDERNO: number }),
    text: 'MEMO',
  },
  'payout.query': {
    status: 'pending',
    prepare: async ({ clients, number }) => {
      await clients.mmsp.payout.pay({ ...PAYOUT, ORDERNO: number });
      return { ORDERNO: number };
    },
    text: 'BSORDERNO',
  },
  'payout.balance': {
    status: 'succeeded',
    prepare: ({ number }) => ({ QRYTYPE: '1', ORDERNO: number }),
  },
} as const satisfies Partial<Record<OperationName, Example>>;

export type ExampleName = keyof typeof EXAMPLES;

/** What is needed to call it, in the given mode where there are two. */
export function exampleOf(name: ExampleName): Example {
  return EXAMPLES[name];
}
