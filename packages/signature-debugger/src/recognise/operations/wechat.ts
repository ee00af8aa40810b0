import type { FieldDescription, Title } from '@yinjian/provider-kit';
import { notifications, operations } from '@yinjian/wechat-transit';
import type { Clues } from '../peeled.ts';
import { agreed, bestFits, type Candidate, joinTables } from './candidate.ts';
import type { OperationFound } from './mmsp.ts';

interface TransitCandidate extends Candidate {
  readonly path?: string;
}

const candidates: readonly TransitCandidate[] = /* @__PURE__ */ listCandidates();

function listCandidates(): TransitCandidate[] {
  return [
    ...operations.flatMap(({ name: operation, title, path, ...tables }): TransitCandidate[] => {
      const { requestFields, replyFields, states } = tables;
      return [
        { operation, title, path, direction: 'request', fields: requestFields },
        { operation, title, path, direction: 'reply', fields: replyFields, states },
      ];
    }),
    ...notifications.map(({ name: operation, title, fields, states }): TransitCandidate => {
      return { operation, title, direction: 'notification', fields, states };
    }),
  ];
}

/** Tells the operation by the path that it is sent to, otherwise by its fields. */
export function findTransitOperation(
  message: ReadonlyMap<string, string>,
  { path, role }: Clues,
): OperationFound {
  const names = [...message.keys()];
  const isFromPlatform = names.includes('return_code') || names.includes('result_code');
  const possible = candidates.filter(({ direction }) => (direction !== 'request') === isFromPlatform);
  const byPath = possible.filter(
    (one) => path !== undefined && one.path !== undefined && path.endsWith(one.path),
  );
  if (byPath.length > 0 && !isFromPlatform) return found(byPath, [pathIs(path ?? '')]);
  const telling = names.filter((name) => !EVERYWHERE.has(name));
  const fits = telling.length === 0 ? [] : oneNotice(bestFits(possible, names, telling), message);
  if (fits.length === 0) return { fields: [], because: [OTHER_API] };
  const likely = fits.filter(({ direction }) => direction === directionOf(role));
  return found(likely.length > 0 ? likely : fits, [byFields(fits)]);
}

/** The notices of a payment and of a repayment have one table; `user_repaid` tells them apart. */
function oneNotice(fits: readonly TransitCandidate[], message: ReadonlyMap<string, string>) {
  const notice = message.get('user_repaid') === 'Y' ? 'repaymentNotice' : 'paymentNotice';
  return fits.filter(({ operation, direction }) => direction !== 'notification' || operation === notice);
}

/** A notice and the reply to a query have the same fields: what was sent is the notice. */
function directionOf(role: Clues['role']): Candidate['direction'] | undefined {
  if (role === undefined) return undefined;
  return role === 'sent' ? 'notification' : 'reply';
}

/** What messages of every API of WeChat Pay v2 carry. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'appid',
  'mch_id',
  'sub_appid',
  'sub_mch_id',
  'nonce_str',
  'sign',
  'sign_type',
  'return_code',
  'return_msg',
  'result_code',
  'err_code',
  'err_code_des',
]);

function found(fits: readonly TransitCandidate[], because: readonly Title[]): OperationFound {
  const [first] = fits;
  const operation = agreed(fits, 'operation');
  const direction = agreed(fits, 'direction');
  const states = agreed(fits, 'states');
  const fields: readonly FieldDescription[] = joinTables(fits);
  return {
    ...(direction === undefined ? {} : { direction }),
    ...(operation === undefined || first === undefined ? {} : { operation, title: first.title }),
    ...(states === undefined ? {} : { states }),
    fields,
    because,
  };
}

const pathIs = (path: string): Title => ({
  zh: `请求地址的路径是 ${path}`,
  en: `the path of the address is ${path}`,
});

const OTHER_API: Title = {
  zh: '字段不属于乘车扣款的接口；微信支付 v2 各接口的签名规则相同，照样计算',
  en: 'the fields are not those of a transit operation; every API of WeChat Pay v2 signs alike, so it is calculated all the same',
};

function byFields(fits: readonly TransitCandidate[]): Title {
  const titles = new Map(fits.map(({ title }) => [title.en, title]));
  const list = [...titles.values()];
  return {
    zh: `字段与${list.map(({ zh }) => `“${zh}”`).join('、')}相符`,
    en: `the fields are those of ${list.map(({ en }) => `“${en}”`).join(', ')}`,
  };
}
