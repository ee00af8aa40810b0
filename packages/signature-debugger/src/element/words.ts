import type { Title } from '@yinjian/provider-kit';

export type Language = 'zh' | 'en';

/** The words of the element itself; those of an explanation come from the engine. */
export const words = {
  message: { zh: '报文', en: 'Message' },
  messageHint: {
    zh: '粘贴 JSON、XML、待签名字符串、表单、HTTP 报文或 curl 命令',
    en: 'Paste JSON, XML, a signing text, a form, an HTTP message or a curl command',
  },
  example: { zh: '载入示例', en: 'Load an example' },
  clear: { zh: '清空', en: 'Clear' },
  keys: { zh: '密钥', en: 'Keys' },
  keysHint: {
    zh: '只在本页内存中使用：不保存、不发送、不写入网址。',
    en: 'Used in the memory of this page only: not stored, not sent, not put into the address.',
  },
  key: { zh: 'MD5 密钥或 API 密钥', en: 'MD5 key or API key' },
  whoseKey: {
    zh: 'MMSP：商户的 MD5 密钥，代理商模式填到代理商密钥一栏。微信支付 v2：32 位的 APIv2 密钥。',
    en: "MMSP: the merchant's MD5 key; in agent mode the agent's, in its own field. WeChat Pay v2: the APIv2 key of 32 characters.",
  },
  agentKey: { zh: '代理商密钥（代理商模式）', en: "Agent's key (agent mode)" },
  showKeys: { zh: '显示密钥', en: 'Show keys' },
  rsaKeys: { zh: '代付的 RSA 密钥', en: 'RSA keys of payouts' },
  merchantPrivateKey: { zh: '商户私钥', en: "Merchant's private key" },
  merchantPublicKey: { zh: '商户公钥', en: "Merchant's public key" },
  platformPublicKey: { zh: '平台公钥', en: "Platform's public key" },
  platformPrivateKey: { zh: '平台私钥（仅沙箱有）', en: "Platform's private key (only a sandbox has it)" },
  more: { zh: '你实际签名的字符串及其他选项', en: 'The text you signed, and more' },
  signature: { zh: '要比对的签名（报文中没有时）', en: 'Signature to compare with, if not in the message' },
  signType: { zh: '微信签名算法', en: 'WeChat Pay algorithm' },
  automatic: { zh: '自动', en: 'automatic' },
  theirText: { zh: '你实际签名的字符串', en: 'The text you signed' },
  theirTextHint: {
    zh: '日志里拼好的那一串；给出后逐字符对比',
    en: 'As your log has it; it is compared character by character',
  },
  recognised: { zh: '识别结果', en: 'Recognised' },
  problems: { zh: '报文的问题', en: 'Problems of the message' },
  findings: { zh: '原因', en: 'Cause' },
  noCause: { zh: '没有找到原因', en: 'No cause was found' },
  compareMmspKey: {
    zh: '把密钥与商户后台中的逐字核对：是测试环境的还是生产环境的，是代理商的还是商户的。',
    en: "Compare the key with the one in the merchant's back office: is it that of test or of production, the agent's or the merchant's?",
  },
  compareWechatKey: {
    zh: '把密钥与商户平台中的 APIv2 密钥核对：不是 APIv3 密钥，服务商模式用服务商自己的；设置后无法查看，不确定就重新设置。',
    en: "Is it the APIv2 key of the merchant's back office, not the APIv3 key, and in partner mode the service provider's own? It cannot be viewed there once it is set: if in doubt, set it anew.",
  },
  comparePayoutKeys: {
    zh: '核对密钥：是测试环境的还是生产环境的，是否与登记给平台的那一对一致。',
    en: 'Compare the keys: are they those of test or of production, and of the pair that the platform has on file?',
  },
  pasteTheirText: {
    zh: '粘贴你的程序实际签名的字符串，会逐字符对比。',
    en: 'Paste the text that your program signed: it is compared character by character.',
  },
  openTheirText: { zh: '填写实际签名的字符串', en: 'Enter the text you signed' },
  changedAfterwards: {
    zh: '签名之后报文是否被改过？例如经过代理，或被框架解析后重新输出。',
    en: 'Was the message changed after it was signed: by a proxy, or by a framework that parses it and prints it again?',
  },
  notEverythingTried: { zh: '还没有试完全部组合。', en: 'Not everything was tried.' },
  searchLonger: { zh: '再查找 10 秒', en: 'Search for 10 seconds' },
  fix: { zh: '怎么改', en: 'How to fix it' },
  reproduced: {
    zh: '确定：犯这个错误，得到的正是你的签名',
    en: 'Certain: this mistake gives exactly your signature',
  },
  likely: { zh: '可能', en: 'likely' },
  alternatives: { zh: '结果完全相同的其他错误：', en: 'Other mistakes with the very same result:' },
  signedText: { zh: '按此错误签名的字符串', en: 'What was signed under this mistake' },
  correctedText: { zh: '正确的待签名字符串', en: 'What has to be signed' },
  correctedSignature: { zh: '正确的签名', en: 'The right signature' },
  neverTried: { zh: '无论查找多久，从不尝试：', en: 'Never tried, however long the search takes:' },
  tried: { zh: '试过的错误', en: 'What was tried' },
  triedCount: { zh: '次计算', en: 'signatures calculated' },
  incomplete: { zh: '时间用完，未试完全部组合', en: 'time ran out before every pair was tried' },
  difference: { zh: '与你签名的字符串对比', en: 'Compared with the text you signed' },
  onlyYours: { zh: '只在你的字符串中', en: 'only in yours' },
  onlyRight: { zh: '只在正确的字符串中', en: 'only in the right one' },
  fieldName: { zh: '字段', en: 'Field' },
  fieldTitle: { zh: '含义', en: 'Meaning' },
  fieldValue: { zh: '值', en: 'Value' },
  fieldSigned: { zh: '签名', en: 'Signed' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unknownField: { zh: '文档中没有的字段', en: 'not in the documents' },
  notes: { zh: '写法说明', en: 'Why it is written like this' },
  pieceHint: {
    zh: '点按其中一段，或用 ← → 键，查看它属于哪个字段。',
    en: 'Press a piece of it, or use ← and →, to see which field it belongs to.',
  },
  bytes: { zh: '字节', en: 'bytes' },
  blocks: { zh: '块', en: 'blocks' },
  expected: { zh: '应为', en: 'expected' },
  found: { zh: '报文中', en: 'found' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  notCopied: {
    zh: '浏览器不允许复制，请手动选择',
    en: 'The browser does not allow copying: select the text instead',
  },
  share: { zh: '复制分享链接', en: 'Copy a link to share' },
  shareHint: {
    zh: '链接只含报文本身，不含外层的 HTTP、curl 等内容；卡号、姓名等已隐去，不含密钥。隐去的内容会改变签名。',
    en: 'The link holds the message alone, not what surrounds it, without card and personal data and without keys. What is masked changes the signature.',
  },
  searching: { zh: '正在查找原因……', en: 'Looking for the cause…' },
  empty: {
    zh: '粘贴报文后，这里逐步说明它的签名。',
    en: 'Paste a message: its signature is explained here.',
  },
  language: { zh: 'English', en: '中文' },
  languageHint: { zh: 'Switch to English', en: '切换到中文' },
  notSharedNotRecognised: {
    zh: '没有分享：认不出报文，无法判断其中哪些是敏感数据',
    en: 'Not shared: it is not recognised as a message, so what is sensitive in it cannot be told',
  },
  notSharedUnsigned: {
    zh: '没有分享：其中没有签名的内容，无可说明',
    en: 'Not shared: nothing in it is signed, so there is nothing to explain',
  },
  notSharedUnreadable: {
    zh: '没有分享：隐去敏感数据后，它不再是同一种报文',
    en: 'Not shared: without what is sensitive it would no longer be the message that it is',
  },
  shareLink: { zh: '分享链接', en: 'Link to share' },
  sharedMessage: { zh: '链接中的报文，请先检查', en: 'The message in the link; look it over first' },
  notLoaded: {
    zh: '调试器未能载入，请刷新页面。',
    en: 'The debugger could not be loaded: reload the page.',
  },
} as const satisfies Record<string, Title>;

/** The language of an element: its own `lang`, the document's, the browser's. */
export function languageOf(element: HTMLElement): Language {
  const declared = element.lang || element.closest('[lang]')?.getAttribute('lang');
  return (declared || navigator.language).toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
