import { createWechatTransitClient, type DirectClient, type PartnerClient } from './client.ts';
import type { PaymentNotice } from './payment-notice.ts';
import { mayRide } from './querystate.ts';

const credentials = { appid: 'wx', mch_id: '1', key: '' };
const partner = createWechatTransitClient({ mode: 'partner', ...credentials });
const direct = createWechatTransitClient({ mode: 'direct', ...credentials });

const outcome = await partner.queryorder({ out_trade_no: '1', sub_mch_id: '2' });
// @ts-expect-error An outcome has no data before its status has been looked at.
export const unchecked = outcome.data.total_fee;
if (outcome.status === 'succeeded') outcome.data.total_fee satisfies number;
if (outcome.status === 'pending') {
  outcome.data.trade_state satisfies string;
  // @ts-expect-error Only a paid order is certain to have an amount.
  outcome.data.total_fee satisfies number;
  outcome.next.action satisfies 'query' | 'repeat' | 'proceed';
}
if (outcome.status === 'failed') outcome.error.code satisfies string;

// @ts-expect-error One of the two order numbers is needed.
await partner.queryorder({ sub_mch_id: '2' });
// @ts-expect-error A service provider has to name the sub-merchant.
await partner.queryorder({ out_trade_no: '1' });
await direct.queryorder({
  transaction_id: '1',
  // @ts-expect-error A merchant acting for itself has none.
  sub_mch_id: '2',
});

const order = {
  body: 'x',
  out_trade_no: '1',
  total_fee: 1,
  spbill_create_ip: '1.1.1.1',
  notify_url: 'https://example.com',
  trade_type: 'PAP',
  contract_id: 'x',
} as const;
const metro = {
  start_time: new Date(),
  end_time: '20260101000000',
  qrcode_hash: '',
  start_station: 'a',
  end_station: 'b',
};
const bus = { start_time: new Date(), line_name: '1路', qrcode_hash: '', plate_number: '粤B888888' };
await direct.payapply({ ...order, trade_scene: 'METRO', scene_info: metro });
await direct.payapply({ ...order, trade_scene: 'BUS', scene_info: bus });
// @ts-expect-error A bus ride has other fields than a metro ride.
await direct.payapply({ ...order, trade_scene: 'BUS', scene_info: metro });
// @ts-expect-error A scene without its fields.
await direct.payapply({ ...order, trade_scene: 'BUS' });
await direct.payapply({
  ...order,
  // @ts-expect-error Amounts are numbers of fen.
  total_fee: '1',
  trade_scene: 'BUS',
  scene_info: bus,
});
await direct.payapply({
  ...order,
  trade_scene: 'BUS',
  scene_info: bus,
  // @ts-expect-error A misspelt field.
  atach: 'x',
});
await direct.payapply({
  ...order,
  trade_scene: 'BUS',
  scene_info: bus,
  // @ts-expect-error Set by the client.
  appid: 'wx',
});

const answer = await direct.querystate({ openid: 'o' });
await partner.querystate({ openid: 'o', contract_id: 'x', sub_mch_id: '2' });
// @ts-expect-error A payer is asked about.
await direct.querystate({});
// @ts-expect-error A service provider has to name the sub-merchant.
await partner.querystate({ openid: 'o' });
// @ts-expect-error An answer is not a yes.
export const gateOpen: boolean = answer.data;
if (answer.status === 'succeeded') {
  answer.data.user_state satisfies 'NORMAL' | 'BLOCKED' | 'OVERDUE';
  // @ts-expect-error The answer may well be no.
  answer.data.user_state satisfies 'NORMAL';
  // @ts-expect-error No such state.
  void (answer.data.user_state === 'OK');
  answer.data.contract_state satisfies string | undefined;
}
// @ts-expect-error An order that was paid says nothing about riding.
mayRide(outcome);
mayRide(answer) satisfies boolean;

declare const notice: PaymentNotice;
notice.kind satisfies 'payment' | 'repayment';
notice.id satisfies string;
if (notice.status === 'succeeded') notice.data.total_fee satisfies number;
// @ts-expect-error A notice need not tell of money.
notice.data.total_fee satisfies number;

// @ts-expect-error The two modes take different input.
export const mistaken: DirectClient = partner;
// @ts-expect-error Nor may a single method be taken for the other's.
export const mistakenMethod: DirectClient['queryorder'] = partner.queryorder;
// @ts-expect-error Nor the other way round.
export const mistakenState: PartnerClient['querystate'] = direct.querystate;

declare const mode: 'partner' | 'direct';
createWechatTransitClient({ mode, ...credentials }) satisfies PartnerClient | DirectClient;
// @ts-expect-error There are two modes.
createWechatTransitClient({ mode: 'agent', ...credentials });
// @ts-expect-error There are two algorithms.
createWechatTransitClient({ mode: 'direct', ...credentials, sign_type: 'SHA1' });
