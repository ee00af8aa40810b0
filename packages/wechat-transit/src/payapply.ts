import { code, ipv4, optional, text } from '@yinjian/provider-kit';
import { payapplyErrors } from './errors.ts';
import {
  attach,
  contract_id,
  device_info,
  envelopeReply,
  envelopeRequest,
  fee_type,
  notify_url,
  out_trade_no,
  total_fee,
  version,
} from './fields.ts';
import { inBothModes } from './internal/modes.ts';
import { busScene, metroScene, sceneInfo } from './scene-info.ts';

/** When to ask for an order that was accepted. */
const query = {
  action: 'query',
  operation: 'queryorder',
  afterSeconds: [5, 15, 30, 60, 180, 600, 1800],
} as const;

/**
 * 申请扣款 [W]: applies for a deduction from a payer with whom a contract exists. Ends `pending` when accepted (the
 * platform's SUCCESS): whether it was paid is told by the payment notice or by `queryorder`, and only by the latter that
 * it was not. `total_fee` in fen, times as `Date` or in China Standard Time (UTC+8).
 *
 * @throws RequestError before anything is sent, when the input breaks a rule (`invalid_request`) or the client has sent
 * the order number with other parameters before (`order_number_reused`).
 */
export const payapply = inBothModes({
  name: 'payapply',
  title: { zh: '申请扣款', en: 'Apply for a deduction' },
  section: '[W] 申请扣款api',
  paths: { partner: '/transit/partnerpay/payapply', direct: '/transit/pay/payapply' },
  open: true,
  movesMoney: true,
  needsCertificate: false,
  role: 'create',
  orderField: 'out_trade_no',
  request: {
    fields: {
      ...envelopeRequest,
      body: text({ zh: '商品描述', en: 'What is paid for' }, { maxLength: 128 }),
      detail: optional(text({ zh: '商品详情', en: 'Details' }, { maxLength: 6000 })),
      attach: optional(attach),
      out_trade_no,
      total_fee,
      fee_type: optional(fee_type),
      spbill_create_ip: ipv4({ zh: '终端IP', en: 'IP address of the calling machine' }, { maxLength: 16 }),
      goods_tag: optional(text({ zh: '商品标记', en: 'Goods tag for coupons' }, { maxLength: 32 })),
      notify_url,
      trade_type: code(
        { zh: '交易类型', en: 'Trade type' },
        { PAP: { zh: '微信委托代扣支付', en: 'Entrusted deduction' } },
        { maxLength: 16 },
      ),
      contract_id,
      trade_scene: code(
        { zh: '交易场景', en: 'Scene' },
        { METRO: { zh: '地铁', en: 'Metro' }, BUS: { zh: '公交', en: 'Bus' } },
        { maxLength: 16 },
      ),
      version: optional(version),
      clientip: optional(ipv4({ zh: '客户端IP', en: "Payer's IP address" }, { sensitive: true })),
      deviceid: optional(text({ zh: '设备ID', en: "Payer's device" }, { sensitive: true })),
      mobile: optional(text({ zh: '手机号', en: "Payer's mobile number" }, { sensitive: true })),
      email: optional(text({ zh: '邮箱地址', en: "Payer's e-mail address" }, { sensitive: true })),
      qq: optional(text({ zh: 'QQ号', en: "Payer's QQ number" }, { sensitive: true })),
      openid: optional(text({ zh: '微信openid', en: "Payer's openid" }, { sensitive: true })),
      creid: optional(text({ zh: '身份证号', en: "Payer's identity number" }, { sensitive: true })),
      outerid: optional(
        text({ zh: '商户侧用户标识', en: "Payer's ID at the merchant" }, { sensitive: true }),
      ),
    },
    cases: {
      on: 'trade_scene',
      of: { METRO: { scene_info: sceneInfo(metroScene) }, BUS: { scene_info: sceneInfo(busScene) } },
    },
  },
  reply: { ...envelopeReply, device_info: optional(device_info) },
  states: {
    field: 'result_code',
    values: {
      SUCCESS: {
        status: 'pending',
        title: { zh: '扣款申请已受理', en: 'accepted, not paid yet' },
        next: query,
      },
    },
  },
  errors: payapplyErrors,
  whenUnknown: query,
});
