import type { ErrorCode, ErrorCodes } from '@yinjian/provider-kit';

/** The pauses before each of the ten further tries with the same parameters, in seconds [W]. */
export const SYSTEMERROR_RETRY_SECONDS = [30, 60, 60, 120, 120, 180, 180, 360, 360, 600] as const;

const refused = (zh: string, en: string, actionZh: string, actionEn: string): ErrorCode => ({
  class: 'failed',
  meaning: { zh, en },
  action: { zh: actionZh, en: actionEn },
});
const duplicate = (zh: string, en: string): ErrorCode => ({
  class: 'duplicate',
  meaning: { zh, en },
  action: { zh: '调用查询订单接口，以查询结果为准', en: 'Query the order; its state decides' },
});

const SYSTEMERROR: ErrorCode = {
  class: 'unknown',
  meaning: { zh: '系统超时', en: 'The platform timed out' },
  action: { zh: '使用相同参数再次调用', en: 'Call again with the very same parameters' },
  repeatAfterSeconds: SYSTEMERROR_RETRY_SECONDS,
};

/** `return_msg` where `return_code` is FAIL [W]: refused before anything was executed. These replies are unsigned. */
export const returnMessages: ErrorCodes = {
  签名失败: refused(
    '签名失败',
    'Signature not accepted',
    '检查密钥和签名算法',
    'Check the key and the signature algorithm',
  ),
  参数格式校验错误: refused(
    '参数格式校验错误',
    'Malformed parameter',
    '检查请求参数',
    'Check the parameters',
  ),
};

const commonErrors: ErrorCodes = {
  ...returnMessages,
  SYSTEMERROR,
  PARAM_ERROR: refused(
    '参数错误',
    'Wrong parameter',
    '根据返回的详细信息检查程序',
    'Check the program against the returned details',
  ),
  INVALID_REQUEST: refused(
    '非法请求',
    'Invalid request',
    '检查请求参数、商户权限等',
    'Check the parameters and the rights of the merchant',
  ),
  SIGN_ERROR: refused(
    '签名错误',
    'Wrong signature',
    '检查签名参数和方法',
    'Check the signed fields and the algorithm',
  ),
};

/** The error table of payapply [W]. */
export const payapplyErrors: ErrorCodes = {
  ...commonErrors,
  CONTRACT_NOT_EXIST: refused(
    '签约协议不存在',
    'No such contract',
    '检查签约协议号',
    'Check the contract number',
  ),
  OUT_TRADE_NO_USED: duplicate('商户订单号重复', 'The order number was used before'),
  ORDER_PAID: duplicate('订单已支付', 'The order is paid'),
  ORDER_ACCEPTED: duplicate('扣款请求已受理，请勿重复发起', 'The deduction was already accepted'),
  ORDER_CLOSED: refused('订单已关闭', 'The order is closed', '重新下单支付', 'Place a new order'),
  CONTRACT_OVER_LIMIT: refused(
    '用户支付超出限额',
    'Over the limit of amount or number',
    '检查扣款金额和扣款次数',
    'Check the amount and the number of deductions',
  ),
  REQUEST_BLOCKED: refused(
    '用户欠费或者不符合微信免密业务要求',
    'The payer is in arrears or may not pay without password',
    '提示用户到微信进行还款',
    'Ask the payer to repay in WeChat',
  ),
  PAYAUTH_ERROR: refused(
    '权限校验错误',
    'The merchant lacks the right',
    '检查商户号代扣产品权限',
    'Check that deduction is enabled for the merchant',
  ),
  TRADE_ERROR: refused(
    '用户的微信号被风控拦截或者紧急冻结',
    "The payer's account is blocked or frozen",
    '提示用户咨询微信客服',
    'Ask the payer to contact WeChat support',
  ),
};

/** What a payment notice may give as its reason. There is nothing to repeat: a notice asks for nothing. */
export const noticeErrors: ErrorCodes = {
  ...payapplyErrors,
  SYSTEMERROR: duplicate('系统超时', 'The platform timed out'),
};

/** queryorder: a refused question says nothing about the order, so nothing here ends `failed`. */
export const queryorderErrors: ErrorCodes = {
  ...commonErrors,
  ORDERNOTEXIST: {
    class: 'unknown',
    meaning: { zh: '订单不存在', en: 'No such order (yet)' },
    action: {
      zh: '按间隔再查。应答丢失的：使用相同参数再次申请扣款；曾被拒绝的：末次间隔之后仍不存在即未执行，修改后用新的订单号申请',
      en:
        'Ask again after the pauses. Where its reply was lost: apply again with the very same parameters. Where it was ' +
        'refused, and is still not there after the last pause, it was not executed: mend it and use a new order number',
    },
    // The platform takes an order number once, so nothing is paid twice.
    next: { action: 'repeat', operation: 'payapply', afterSeconds: SYSTEMERROR_RETRY_SECONDS },
  },
};

/** querystate: a refused question says nothing about the payer. */
export const querystateErrors: ErrorCodes = commonErrors;
