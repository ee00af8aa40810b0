import {
  code,
  conditional,
  type NextStep,
  type OperationData,
  type Outcome,
  optional,
  relied,
  type State,
  type Title,
  text,
} from '@yinjian/provider-kit';
import { querystateErrors } from './errors.ts';
import { contract_id, envelopeReply, envelopeRequest, openid } from './fields.ts';
import { inBothModes } from './internal/modes.ts';

const askAgain: NextStep = { action: 'query', operation: 'querystate', afterSeconds: [1, 5, 15, 60] };

const NORMAL = { zh: '正常，可以乘车', en: 'normal: may ride' };
const BLOCKED = { zh: '不可乘车', en: 'blocked: may not ride' };
const OVERDUE = { zh: '欠费，还款后方可乘车', en: 'overdue: must repay before riding' };

/** Of the contract fields of the reply. */
const asked: Title = { zh: '请求传入 contract_id 时', en: 'where the request gave contract_id' };

/** Every documented state is an answer, the refusing ones too. */
const answered = (title: Title): State => ({ status: 'succeeded', title });

/**
 * 用户状态查询: whether a payer may ride. **`succeeded` means that there is an answer, not that it is yes**: let
 * `mayRide(outcome)` decide, or look at `data.user_state` (`NORMAL`, `BLOCKED`, `OVERDUE`). A question that the platform
 * refuses ends `unknown`: that says nothing about the payer. Contract fields come back only where `contract_id` was
 * given.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
export const querystate = inBothModes({
  name: 'querystate',
  title: { zh: '用户状态查询', en: "Query a payer's state" },
  section: '[W] sub_mch_id（用户状态查询）',
  paths: { partner: '/transit/partnerpay/querystate', direct: '/transit/pay/querystate' },
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  request: {
    fields: {
      ...envelopeRequest,
      openid,
      contract_id: conditional(contract_id, {
        zh: '需要返回签约信息时',
        en: 'where the contract fields of the reply are wanted',
      }),
    },
  },
  reply: {
    ...envelopeReply,
    openid: optional(openid),
    user_state: relied(code({ zh: '用户状态', en: 'State of the payer' }, { NORMAL, BLOCKED, OVERDUE })),
    contract_id: conditional(contract_id, asked),
    plan_id: conditional(text({ zh: '协议模板id', en: 'Contract template' }, { maxLength: 32 }), asked),
    contract_code: conditional(
      text({ zh: '签约协议号', en: "Merchant's contract number" }, { maxLength: 32 }),
      asked,
    ),
    contract_state: conditional(
      code(
        { zh: '签约状态', en: 'State of the contract' },
        { '0': { zh: '已签约', en: 'in force' }, '1': { zh: '已解约', en: 'cancelled' } },
      ),
      asked,
    ),
  },
  echoes: ['openid', 'contract_id'],
  states: {
    field: 'user_state',
    values: { NORMAL: answered(NORMAL), BLOCKED: answered(BLOCKED), OVERDUE: answered(OVERDUE) },
  },
  errors: querystateErrors,
  whenUnknown: askAgain,
});

/** - `NORMAL`: may ride. - `BLOCKED`: may not. - `OVERDUE`: may not before having repaid in WeChat. */
export type UserState = 'NORMAL' | 'BLOCKED' | 'OVERDUE';

type Data = OperationData<typeof querystate.direct>;

/**
 * What became of the question. **`succeeded` means only that there is an answer**: the answer is `data.user_state`, and
 * two of its three values mean that the payer may not ride. See `mayRide`. A state that is not documented is `unknown`.
 */
export type QuerystateOutcome = Outcome<Data, Omit<Data, 'user_state'> & { readonly user_state: UserState }>;

/**
 * Whether the platform has said that the payer may ride: the question was answered, and the answer is `NORMAL`. For
 * everything else, a question without an answer included, `false`.
 *
 * @example
 * ```ts
 * const outcome = await client.querystate({ openid });
 * if (mayRide(outcome)) openGate();
 * else if (outcome.status === 'succeeded') tell(outcome.data.user_state); // 'BLOCKED' or 'OVERDUE'
 * ```
 */
export function mayRide(outcome: QuerystateOutcome): boolean {
  return outcome.status === 'succeeded' && outcome.authenticated && outcome.data.user_state === 'NORMAL';
}
