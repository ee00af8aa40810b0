import type { ErrorCode, ErrorCodes } from '@yinjian/provider-kit';
import { refused, unsettled, whereMissing } from '../errors.ts';

const setUp = (zh: string, en: string): ErrorCode => refused(zh, en, '联系平台运营', 'Contact the platform');
const tooLow = (zh: string, en: string): ErrorCode =>
  refused(zh, en, '充值后用新的订单号重新发起', 'Top up and use a new order number');

const NO_SUCH_NUMBER = unsettled('商户付款订单号不存在', "The merchant's number does not exist (yet)");

/**
 * The return codes [M] 代付 6.2. Only what the platform finds out before it executes is a definite failure; a code
 * that speaks of a fault of a system, a channel or the books does not prove that nothing was paid.
 */
export const payoutErrors: ErrorCodes = {
  '0001': unsettled('系统异常，需要发起订单查询', 'System fault: query the order'),
  '0002': refused('上送参数有问题', 'Wrong parameters'),
  1001: refused('参数错误', 'Wrong parameter'),
  1002: setUp('不存在此商户或商户未激活', 'No such merchant, or not activated'),
  1003: unsettled('平台配置错误', 'Platform configuration fault'),
  1004: setUp('商户未生成证书', 'The merchant has no keys at the platform'),
  1005: refused('加密错误', 'Encryption fault'),
  1006: refused('签名错误', 'Wrong signature'),
  1007: refused('版本号错误', 'Wrong version'),
  1008: {
    class: 'duplicate',
    meaning: { zh: '流水号重复', en: 'The number was used before: the order exists' },
    action: { zh: '发起查询，以查询结果为准', en: 'Query; only its result counts' },
  },
  1009: unsettled('系统故障', 'System fault'),
  1010: refused('不支持的银行', 'Bank not supported'),
  1011: refused('业务类型错误', 'Wrong kind of business'),
  1012: refused('总金额错误或交易存在风险', 'Wrong total, or the payment is risky'),
  1013: refused('金额类型错误', 'Wrong currency'),
  1014: refused('付款人姓名错误', 'Wrong name'),
  1015: refused('付款人手机号码错误', 'Wrong mobile number'),
  1017: refused('付款人证件类型错误', 'Wrong kind of identity document'),
  1018: refused('付款人账号错误', 'Wrong account'),
  1019: refused('付款人账号类型错误', 'Wrong kind of account'),
  1020: refused('开户行名称错误', 'Wrong bank'),
  1021: refused('开户行银联机构号错误', 'Wrong settlement number'),
  1022: refused('开户行省份错误', 'Wrong province'),
  1023: refused('不满足渠道交易要素要求', 'The channel requires further fields'),
  1024: refused('身份验证不通过', 'Identity not confirmed'),
  1025: refused('银联机构号不支持', 'Settlement number not supported'),
  1026: refused('付款人信息不匹配', 'Name and account do not match'),
  1027: refused('商户付款订单号和平台代付流水号不能同时为空', 'Neither payout number was given'),
  1028: NO_SUCH_NUMBER,
  1029: {
    ...unsettled('平台代付流水号不存在', "The platform's number does not exist (yet)"),
    action: { zh: '用商户代付单号查询', en: 'Query by ORDERNO, your own number' },
  },
  1030: refused('代付金额错误', 'Wrong amount'),
  1031: tooLow('商户余额不足', 'Balance too low'),
  1032: setUp('商户未配置代付渠道', 'No payout channel configured'),
  1033: setUp('商户费率未配置', 'No fee configured'),
  1034: setUp('渠道商户费率未配置', 'No channel fee configured'),
  1035: setUp('渠道商户密钥未配置', 'No channel key configured'),
  1036: setUp('渠道暂未开通', 'Channel not open'),
  1037: unsettled('渠道通讯异常', 'Communication with the channel failed'),
  1038: unsettled('重复记账', 'Booked twice'),
  1039: setUp('商户交易异常，暂停交易', 'The merchant is suspended'),
  1040: unsettled('商户记账失败', 'Booking failed'),
  1045: setUp('商户未开通资金户', 'The merchant has no funds account'),
  1046: unsettled('更新实时余额失败', 'Updating the balance failed'),
  1047: unsettled('商户资金户异常', 'The funds account has a fault'),
  1048: setUp('商户未开通垫资垫付', 'Advance not enabled'),
  1049: tooLow('商户垫资余额不足', 'Advance balance too low'),
};

/**
 * The same, for the query of a payout. A payout whose number the platform does not know may be sent again, number,
 * parameters and all: should it have arrived after all, 1008 refuses the second.
 */
export const payoutQueryErrors: ErrorCodes = {
  ...payoutErrors,
  1028: {
    ...NO_SUCH_NUMBER,
    action: whereMissing('由人工决定是否以新单号代付', 'a person decides on a payout under a new number'),
    next: { action: 'repeat', operation: 'payout.pay', afterSeconds: [60, 300, 1800] },
  },
};
