import type { Title } from '@yinjian/provider-kit';

/** The fields of an envelope and of a payout that stand outside of what is signed [M] 快捷 3.1, 代付 3.1. */
export const headerTitles: Readonly<Record<string, Title>> = {
  CommandID: { zh: '消息命令或响应类型', en: 'Command id' },
  SeqID: { zh: '序列id', en: 'Sequence number' },
  NodeType: { zh: '请求类型', en: 'Kind of node' },
  NodeID: { zh: '请求编号', en: 'Node' },
  Version: { zh: '通信协议版本号', en: 'Protocol version' },
  AGENTNO: { zh: '代理商编号', en: 'Agent number' },
  MERNO: { zh: '商户号', en: 'Merchant number' },
  TERMNO: { zh: '终端号', en: 'Terminal number' },
  Attach: { zh: '附件', en: 'Attachment' },
  Extends: { zh: '扩展字段', en: 'Extension' },
  RetCode: { zh: '响应码', en: 'Return code' },
  ErrorMsg: { zh: '响应信息描述', en: 'Message' },
  ErrMsg: { zh: '响应信息描述', en: 'Message' },
  Body: { zh: '消息体', en: 'Body' },
  Sign: { zh: '签名', en: 'Signature' },
  ENCRYPT: { zh: '密文', en: 'Ciphertext' },
  SIGN: { zh: '签名', en: 'Signature' },
  RETCODE: { zh: '返回码', en: 'Return code' },
  RETMSG: { zh: '返回信息', en: 'Message' },
};
