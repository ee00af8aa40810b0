import type { JsonObjectTree } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { findMember } from '../read/tree-values.ts';
import type { Reader } from './collect-problems.ts';

/** Says of a JSON object that it is no message of the two platforms, and what to paste instead. */
export function reportOtherJson({ source, problems }: Reader, tree: JsonObjectTree): void {
  const isRefusal = findMember(tree, 'code') !== undefined && findMember(tree, 'message') !== undefined;
  problems.error('not_recognised', isRefusal ? REFUSAL : OTHER, source.placeOf(tree.start, tree.end));
}

const OTHER: Title = {
  zh: '是 JSON，但没有一个字段属于 MMSP 或微信支付 v2：请粘贴实际发送或收到的完整报文（含 Body 和 Sign，或 <xml>）；确是 MMSP 的 Body 时请指定平台',
  en: 'this is JSON, but none of its fields is one of MMSP or WeChat Pay v2: paste the whole message as it was sent or received (with Body and Sign, or <xml>); if it is the Body of one, choose the platform',
};
const REFUSAL: Title = {
  zh: '这是出错的应答（code、message，微信支付 v3 等接口的格式），里面没有可验证的签名：请粘贴被拒绝的请求报文',
  en: 'this is a refusal (code and message, as WeChat Pay v3 and other APIs answer) and carries no signature to check: paste the request that was refused',
};
