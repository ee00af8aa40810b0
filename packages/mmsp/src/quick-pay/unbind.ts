import { relied } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';
import { queryBindingLater } from './query-binding.ts';

/**
 * 鉴权绑卡解绑请求 0x0307 [M] 快捷 5.6: gives up a binding. Not open at the platform (暂未开通).
 *
 * Where no reply came, `queryBinding` ends `succeeded` as long as the card is bound: then unbind it again. Of a card that
 * is not bound any more it says nothing: after the last pause, take the card off your own list, and do not pay with it.
 */
export const unbind = defineOperation({
  name: 'quickPay.unbind',
  product: 'quickPay',
  commandId: 0x0307,
  title: { zh: '鉴权绑卡解绑', en: 'Unbind a card' },
  section: '[M] 快捷 5.6',
  open: false,
  movesMoney: false,
  needsCertificate: false,
  role: 'act',
  orderField: 'BIND_ID',
  request: { fields: { BIND_ID: field.BIND_ID } },
  reply: { STATUS: relied(field.STATUS), ERRCODE: field.ERRCODE, ERRMSG: field.ERRMSG },
  echoes: [],
  states: {
    field: 'STATUS',
    values: {
      '1': { status: 'succeeded', title: { zh: '解绑成功', en: 'unbound' } },
      // «其他都为失败»: the documents give no further values; these two are what the other operations use.
      '0': { status: 'failed', title: { zh: '解绑失败', en: 'not unbound' } },
      '2': { status: 'failed', title: { zh: '解绑失败', en: 'not unbound' } },
    },
  },
  errors: quickPayErrors,
  whenUnknown: queryBindingLater,
});
