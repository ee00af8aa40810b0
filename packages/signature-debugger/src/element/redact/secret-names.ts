import { notifications as mmspNotifications, operations as mmspOperations } from '@yinjian/mmsp';
import type { FieldDescription } from '@yinjian/provider-kit';
import {
  notifications as transitNotifications,
  operations as transitOperations,
} from '@yinjian/wechat-transit';

/** What the name of a field or parameter that lets somebody in holds. */
const LETS_IN =
  /key|secret|token|passw|passphrase|pwd|credential|authorization|cookie|session|密钥|密码|口令|令牌/i;

/** Fields that some message of the two platforms has as personal or card data, in lower case. */
const PERSONAL: ReadonlySet<string> = /* @__PURE__ */ listPersonal();

function listPersonal(): ReadonlySet<string> {
  const tables: readonly (readonly FieldDescription[])[] = [
    ...[...mmspOperations, ...transitOperations].flatMap(({ requestFields, replyFields }) => [
      requestFields,
      replyFields,
    ]),
    ...[...mmspNotifications, ...transitNotifications].map(({ fields }) => fields),
  ];
  const names = (fields: readonly FieldDescription[]): string[] =>
    fields.flatMap(({ name, sensitive, fields: inner = [] }) => [
      ...(sensitive ? [name.toLowerCase()] : []),
      ...names(inner),
    ]);
  return new Set(tables.flatMap(names));
}

export function letsIn(name: string): boolean {
  return LETS_IN.test(name);
}

export function isPersonal(name: string): boolean {
  return PERSONAL.has(name.toLowerCase());
}
