import * as provider from '@yinjian/wechat-transit';
import { definitionsAmong } from '../internal/definitions.ts';
import type { Product, Route } from '../internal/product.ts';
import type { World } from '../internal/world.ts';
import type { TransitOperationName } from '../operations.ts';
import type { TransitBehaviour } from './behaviour.ts';
import { defaultBehaviour } from './default-behaviour.ts';
import { TransitOrderBook } from './order-book.ts';
import { payapply } from './payapply.ts';
import { sendPaymentNotice, sendRepaymentNotice } from './payment-notice.ts';
import { queryorder } from './queryorder.ts';
import { querystate } from './querystate.ts';
import { receive } from './receive.ts';

/** What the platform does with what it knows more of than a definition, by the name of the operation. */
export const transitBehaviours: Readonly<Partial<Record<TransitOperationName, TransitBehaviour>>> = {
  payapply,
  queryorder,
  querystate,
};

/** WeChat Pay v2 transit deduction. */
export function createTransit(world: World): Product & { readonly orders: TransitOrderBook } {
  const { notifyFailedDeductions } = world.options;
  const orders = new TransitOrderBook(world.now, {
    onSettled: (order) => {
      if (order.state === 'paid' || notifyFailedDeductions) sendPaymentNotice(order, world);
    },
    onRepaid: (order) => sendRepaymentNotice(order, world),
  });
  const served = definitionsAmong(provider).flatMap(({ partner, direct }) => {
    const own: Readonly<Record<string, TransitBehaviour>> = transitBehaviours;
    const behaviour = own[direct.name] ?? defaultBehaviour({ partner, direct });
    return [partner, direct].map((operation) => ({ behaviour, operation }));
  });
  return {
    name: 'wechatTransit',
    title: { zh: '公交地铁代扣', en: 'Transit deduction' },
    wire: 'transit',
    operations: served.map(({ operation }) => operation),
    routes: served.map(
      ({ behaviour, operation }): Route => ({
        path: operation.path,
        receive: (bytes) => receive(bytes, behaviour, operation, orders, world),
      }),
    ),
    orders,
  };
}
