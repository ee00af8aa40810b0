import { querystate as definition } from '@yinjian/wechat-transit';
import { behaviour } from './behaviour.ts';

/** 用户状态查询: contract fields come only where the contract was named. */
export const querystate = behaviour(definition, ({ fields, orders }) => {
  const { openid, contract_id } = fields;
  const contract =
    contract_id === undefined
      ? {}
      : { contract_id, plan_id: '66', contract_code: 'sandbox-contract', contract_state: '0' };
  return { openid, user_state: orders.stateOf(fields), ...contract };
});
