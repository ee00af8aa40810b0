import type { Title } from '@yinjian/provider-kit';
import type { Inputs } from './inputs.ts';

/** A message to start from. */
export interface Example {
  readonly id: string;
  readonly title: Title;
  readonly message: string;
  readonly inputs: Partial<Inputs>;
}

// Published test keys, which protect nothing.
const MMSP_KEY = 'ea21842eea24e448b991b1cb0a0294cf';
const WECHAT_KEY = '192006250b4c09247ec02edce69f6a2d';

/** Right and wrong ones, of every product. The wrong ones were signed by making the mistake. */
export const examples: readonly Example[] = [
  {
    id: 'quick-pay',
    title: { zh: '快捷支付请求：签名正确', en: 'Quick pay request: signed right' },
    message: `{
  "CommandID": 771,
  "SeqID": "1",
  "NodeType": "3",
  "NodeID": "openapi",
  "Version": "1.0.0",
  "TERMNO": "84970001",
  "MERNO": "001440353999853",
  "AGENTNO": "",
  "Body": {
    "MERORDERID": "20260101000001",
    "CARDNO": "6227000013830237349",
    "AMT": "100",
    "CARDTYPE": "1",
    "NAME": "张三",
    "ID_NO": "110101199003070000",
    "PHONENO": "13800138000",
    "RANDSTR": "5K8264ILTKCH16CQ",
    "NOTIFY_URL": "https://merchant.example/notify/quick-pay"
  },
  "Sign": "106780C81D71089134DAACC890096632"
}`,
    inputs: { key: MMSP_KEY },
  },
  {
    id: 'quick-pay-slashes',
    title: { zh: '快捷支付请求：签名不符', en: 'Quick pay request: signature does not match' },
    message: `{
  "CommandID": 771,
  "SeqID": "1",
  "NodeType": "3",
  "NodeID": "openapi",
  "Version": "1.0.0",
  "TERMNO": "84970001",
  "MERNO": "001440353999853",
  "AGENTNO": "",
  "Body": {
    "MERORDERID": "20260101000001",
    "CARDNO": "6227000013830237349",
    "AMT": "100",
    "CARDTYPE": "1",
    "NAME": "张三",
    "ID_NO": "110101199003070000",
    "PHONENO": "13800138000",
    "RANDSTR": "5K8264ILTKCH16CQ",
    "NOTIFY_URL": "https://merchant.example/notify/quick-pay"
  },
  "Sign": "95AB8A97083B28195E48EA0824F6CC8D"
}`,
    inputs: { key: MMSP_KEY },
  },
  {
    id: 'scan-pay-notification',
    title: { zh: '扫码支付通知：数字被改成字符串', en: 'Scan pay notification: a number turned into text' },
    message: `{
  "CommandID": 35092,
  "SeqID": "1",
  "NodeType": "3",
  "NodeID": "openapi",
  "Version": "1.0.0",
  "TERMNO": "84970001",
  "MERNO": "001440353999853",
  "AGENTNO": "",
  "RetCode": 1,
  "RetMsg": "",
  "Body": {
    "TRADETYPE": "1",
    "ORDERNO": "171225100000041240",
    "MERORDERID": "20171225100000041240",
    "AMT": "100",
    "STATUS": "1",
    "TRADETIME": "2017-12-25 10:01:05",
    "PAYTIME": "2017-12-25 10:01:12",
    "SUBJECT": "地铁 / 公交"
  },
  "Sign": "B1875C032946379632784FA47FE15618"
}`,
    inputs: { key: MMSP_KEY },
  },
  {
    id: 'gateway-form',
    title: { zh: '网关支付表单', en: 'Gateway form' },
    message: `<form method="post" action="https://mmsp.example/gateway">
  <input type="hidden" name="web_api" value="{&quot;CommandID&quot;:2322,&quot;SeqID&quot;:&quot;1&quot;,&quot;NodeType&quot;:&quot;3&quot;,&quot;NodeID&quot;:&quot;openapi&quot;,&quot;Version&quot;:&quot;1.0.0&quot;,&quot;TERMNO&quot;:&quot;84970001&quot;,&quot;MERNO&quot;:&quot;001440353999853&quot;,&quot;AGENTNO&quot;:&quot;&quot;,&quot;Body&quot;:{&quot;MERORDERID&quot;:&quot;20260101000002&quot;,&quot;AMT&quot;:&quot;880&quot;,&quot;NOTIFY_URL&quot;:&quot;https://merchant.example/notify/gateway&quot;,&quot;JUMP_URL&quot;:&quot;https://merchant.example/back&quot;,&quot;PAY_CHANNEL&quot;:&quot;1&quot;,&quot;GOODSNAME&quot;:&quot;月票 \\&quot;八月\\&quot;&quot;,&quot;REMARK&quot;:&quot;&quot;},&quot;Sign&quot;:&quot;02619C626C73274BEA5F39E7C5AD54F8&quot;}">
</form>`,
    inputs: { key: MMSP_KEY },
  },
  {
    id: 'payout-reply',
    title: { zh: '代付应答：对密文签了名', en: 'Payout reply: the ciphertext was signed' },
    message: `{
  "RETCODE": "0000",
  "RETMSG": "成功",
  "ENCRYPT": "UH3oxjofZXx19+aBH3hxJAMve4wkdoplrxBTVLvrWP8Jx/b3FYk1NHQAChDqcQ/GjkgKYU1oT2BClkPM6Z/DkznWe/1cYtJRNZbRCDHIws2jiJOCPIGP6iEj08kZfcIQitPZB793+ThUdRhqhdkfBA6d0UoRPD4K5cWVpKI5v+itzXZI75EQspwNm4sbNPJVmYVzmoe9yMlh/llDKcO56NU0F9VzqrcHPLQ+lYNtIpKWAO/folI7GGu6hSeM5LR1RZr9QLTVLrGnObtKwyuKDkUPtv/J2eZ6RdK5mZ9IXANg+db8tu3hywrT+zminAwy04MX9eWHW1MVpkIR2PRETQ==",
  "SIGN": "PSUznjgS5OjGdassPmZ07z6aM6KQQtkkBJKB7E+wt92ArxxsxdeBJid0eMVGm7BHKQ+O+G+v4Krf6uASgJnn+7pzOUKTo9Gv08Ok0RnHJb0LjGIVDXD6aPgeN82ISC4ARENBUXFmvFlMOplopTA2182lXrQ8lRS20pzNEvWdGAo="
}`,
    inputs: {
      merchantPrivateKey: `-----BEGIN PRIVATE KEY-----
MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBALVybJ9cqRfaLiWN
Zr5siuR3afRuflVG5pqcLqtqgknqJ+3HkS1qWga5ItMA2yiUL/q4vsaVgRevcUW3
L3l18sw+t71TtugRgTnl19pRGv19Fk9BoeEcVv25q11u4X4gZHfkZfk2XJkL9NYy
kIE51ce8Da3oZcd9z1hraLEOEla7AgMBAAECgYB+57nbOAa4PQwbjat3shjutCpy
IDnR0RYGuwfVMlhP9CrbHsKGXiT7IM+ffrDJz+NC26Xq5LP2aemyle3paLpYPFA8
6fS+oriOccj1MTPwSdYKsNCrEtXz4Vmkhmhf/fo5RCWNvv50KyJr/VresnolLbhu
OO2gpOgdz9ZM7MMeKQJBANy2gZDpzZGoxlb2EnRcf4vNmymLSRQLd1tluzSGGDMt
2ZlkjBRv9OjJYnPQDj+2/h6mGok5LJSMK6wBkeW6pw0CQQDSdNBcM28uqSgY4THF
F0NOiPecr31bB/s7m8h8J5Ep7UCXW/W6QosS/JZvUpMx68PNNuWl6i9dAHmAsCns
1YLnAkBQBlRACKWiVIFlcl8KlachN3E0xO3AONAT8XTI/H21wMAO3+fyWQ2BgdMS
jrM74suMrUkdy/8f9Rq4iPEvTFfZAkEAwrYk2EkWApuqZ2piO7EMKqr6PFL4rbIy
tLGqyYNqANpquh7wuAU82rIrFI/Xc4Znv4Oc8OY8L9VylKdoAqB/3QJAVbxcj2xx
YB3XKu7YjmaE6IxkbGjrxlpyG2zICin7zVg4G5sicHplT821wX0ZXCQcxdZobyx5
n/XTutLLOsu6DQ==
-----END PRIVATE KEY-----`,
      platformPublicKey: `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCub87Ra+OWQcOs41OM7OmZ+Qqj
QLxnfEd1q+bZ6dvPO+tXKpgKIh1KzD3/YK1nsf8x7U/5oNlBnKPSMUdHqxXb1hqw
4VvVrCYDLE6SYrv1yrUa8y006mCo+9inbnTGr7fDErKVhZ4HWBggb4bY5O06V3TR
ExNsuTOuZBV+hnJHowIDAQAB
-----END PUBLIC KEY-----`,
    },
  },
  {
    id: 'transit',
    title: { zh: '微信委托代扣申请：签名正确', en: 'WeChat transit deduction: signed right' },
    message: `<xml>
<appid><![CDATA[wxcbda96de0b165486]]></appid>
<mch_id><![CDATA[10000098]]></mch_id>
<sub_mch_id><![CDATA[10000100]]></sub_mch_id>
<nonce_str><![CDATA[5K8264ILTKCH16CQ2502SI8ZNMTM67VS]]></nonce_str>
<sign_type><![CDATA[HMAC-SHA256]]></sign_type>
<body><![CDATA[地铁代扣]]></body>
<attach><![CDATA[]]></attach>
<out_trade_no><![CDATA[METRO20260101000001]]></out_trade_no>
<total_fee><![CDATA[300]]></total_fee>
<spbill_create_ip><![CDATA[203.0.113.7]]></spbill_create_ip>
<notify_url><![CDATA[https://merchant.example/notice?line=2]]></notify_url>
<trade_type><![CDATA[PAP]]></trade_type>
<contract_id><![CDATA[Wx15463511252015071056489715]]></contract_id>
<trade_scene><![CDATA[METRO]]></trade_scene>
<scene_info><![CDATA[{"scene_info":{"start_time":"20260101080000","end_time":"20260101083000","qrcode_hash":"a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6","start_station":"西单","end_station":"天安门西"}}]]></scene_info>
<sign><![CDATA[27E83479CF31BD126CCB4D558A0E4584C14484CAABA6E35D2CF7F09597B379CA]]></sign>
</xml>`,
    inputs: { key: WECHAT_KEY },
  },
  {
    id: 'transit-empty-field',
    title: { zh: '微信委托代扣申请：签名错误', en: 'WeChat transit deduction: signature does not match' },
    message: `<xml>
<appid><![CDATA[wxcbda96de0b165486]]></appid>
<mch_id><![CDATA[10000098]]></mch_id>
<sub_mch_id><![CDATA[10000100]]></sub_mch_id>
<nonce_str><![CDATA[5K8264ILTKCH16CQ2502SI8ZNMTM67VS]]></nonce_str>
<sign_type><![CDATA[HMAC-SHA256]]></sign_type>
<body><![CDATA[地铁代扣]]></body>
<attach><![CDATA[]]></attach>
<out_trade_no><![CDATA[METRO20260101000001]]></out_trade_no>
<total_fee><![CDATA[300]]></total_fee>
<spbill_create_ip><![CDATA[203.0.113.7]]></spbill_create_ip>
<notify_url><![CDATA[https://merchant.example/notice?line=2]]></notify_url>
<trade_type><![CDATA[PAP]]></trade_type>
<contract_id><![CDATA[Wx15463511252015071056489715]]></contract_id>
<trade_scene><![CDATA[METRO]]></trade_scene>
<scene_info><![CDATA[{"scene_info":{"start_time":"20260101080000","end_time":"20260101083000","qrcode_hash":"a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6","start_station":"西单","end_station":"天安门西"}}]]></scene_info>
<sign><![CDATA[64863E7729BDA6612E8395818AB782839E6804327816A620D7A6A6F6FA471A37]]></sign>
</xml>`,
    inputs: { key: WECHAT_KEY },
  },
  {
    id: 'transit-notice',
    title: {
      zh: '微信支付通知（HTTP 请求）：值被去掉了空格',
      en: 'WeChat payment notice (HTTP request): a value was trimmed',
    },
    message: `POST /notice HTTP/1.1
Host: merchant.example
Content-Type: text/xml

<xml>
<return_code><![CDATA[SUCCESS]]></return_code>
<result_code><![CDATA[SUCCESS]]></result_code>
<appid><![CDATA[wxcbda96de0b165486]]></appid>
<mch_id><![CDATA[10000098]]></mch_id>
<nonce_str><![CDATA[ibuaiVcKdpRxkhJA]]></nonce_str>
<openid><![CDATA[oUpF8uN95-Ptaags6E_roPHg7AG0]]></openid>
<trade_type><![CDATA[PAP]]></trade_type>
<total_fee><![CDATA[300]]></total_fee>
<transaction_id><![CDATA[4200000001202601011234567890]]></transaction_id>
<out_trade_no><![CDATA[METRO20260101000001]]></out_trade_no>
<time_end><![CDATA[20260101083500]]></time_end>
<attach><![CDATA[line 2]]></attach>
<sign><![CDATA[D16F69148B7012C207EA51FE8434DB25]]></sign>
</xml>`,
    inputs: { key: WECHAT_KEY },
  },
];
