import type { CodecErrorCode } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';

/** What the codec refuses, in words; the rest is `json_syntax`, see `json-mistakes.ts`. */
export const codecWords = {
  too_deep: { zh: '对象和数组嵌套超过 32 层', en: 'objects and arrays are nested more than 32 deep' },
  too_many_fields: { zh: '字段超过 1000 个', en: 'there are more than 1000 fields' },
  number_too_long: { zh: '数字超过 64 位', en: 'a number has more than 64 digits' },
  lone_surrogate: {
    zh: '有半个代理对（不成对的 \\ud800–\\udfff），没有对应的 UTF-8，无法签名',
    en: 'half a surrogate pair (a lone \\ud800–\\udfff) has no UTF-8 form and cannot be signed',
  },
  json_control_character: {
    zh: '字符串里有未转义的控制字符（如换行），应写成 \\n、\\t 等',
    en: 'an unescaped control character (such as a line break) in a string: write \\n, \\t and so on',
  },
  json_duplicate_key: {
    zh: '同一对象里有同名字段，不同程序会取不同的值，签名因此不确定',
    en: 'a field occurs twice in one object: programs differ in which of the values they take, and sign',
  },
  json_not_object: { zh: '应为 JSON 对象 {…}', en: 'expected a JSON object {…}' },
  xml_name: { zh: '标签名不合法', en: 'not a valid tag name' },
  xml_illegal_character: { zh: '有 XML 不允许的字符', en: 'a character that XML does not allow' },
  xml_declaration: { zh: 'XML 声明有误', en: 'the XML declaration is malformed' },
  xml_version: { zh: 'XML 版本应为 1.0', en: 'expected XML version 1.0' },
  xml_encoding: { zh: 'XML 声明的编码应为 UTF-8', en: 'expected UTF-8 as the declared encoding' },
  xml_doctype: {
    zh: '不允许 DOCTYPE（实体可用于攻击，微信支付的报文里没有）',
    en: 'a DOCTYPE is refused: it can be an attack, and no message of WeChat Pay has one',
  },
  xml_comment: { zh: '不允许 XML 注释', en: 'an XML comment, which a message does not have' },
  xml_processing_instruction: {
    zh: '此处不能有处理指令或 XML 声明（声明应在最前面，之前不能有空白）',
    en: 'no processing instruction can stand here (an XML declaration stands at the very start)',
  },
  xml_root: { zh: '根元素应为 <xml>', en: 'expected the root element <xml>' },
  xml_attribute: { zh: '标签不应有属性', en: 'a tag with attributes, which a message does not have' },
  xml_nested: {
    zh: '字段里不应再有标签；如果内容里有 <，应写成 &lt; 或放入 CDATA',
    en: 'an element inside a field; if the value holds a <, write &lt; or use CDATA',
  },
  xml_duplicate_field: {
    zh: '字段出现了两次，不知道签名用的是哪个',
    en: 'a field occurs twice: no telling which of the two is signed',
  },
  xml_text_between_fields: { zh: '字段之间不应有文字', en: 'text between fields' },
  xml_entity: {
    zh: '& 应写成 &amp; 或放入 CDATA；只有 &amp; &lt; &gt; &quot; &apos; 可用',
    en: 'write & as &amp; or use CDATA; there are only &amp; &lt; &gt; &quot; &apos;',
  },
  xml_character_reference: { zh: '字符引用有误', en: 'a malformed character reference' },
  xml_cdata_end: { zh: ']]> 只能用来结束 CDATA', en: ']]> can only end a CDATA section' },
  xml_mismatched_tag: {
    zh: '结束标签与开始标签不一致',
    en: 'the end tag is not that of the element that is open',
  },
  xml_unclosed: {
    zh: '报文不完整：XML 还没有结束就断了（日志截断？）',
    en: 'the message is cut off: the XML breaks off before its end (a log that cuts lines?)',
  },
  xml_after_root: { zh: '</xml> 之后还有其他内容', en: 'there is something after </xml>' },
  xml_syntax: { zh: '此处的 XML 标记有误', en: 'markup that cannot stand here' },
} as const satisfies Partial<Record<CodecErrorCode, Title>>;
