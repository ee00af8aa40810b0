/**
 * Where the field name that starts at `at` ends; `at` when none starts there. A field name is
 * `[A-Za-z_][A-Za-z0-9_.-]*`: what the protocol uses of the names XML allows.
 */
export function skipXmlName(text: string, at: number): number {
  if (!isNameStart(text.charCodeAt(at))) return at;
  let end = at + 1;
  while (isNameUnit(text.charCodeAt(end))) end++;
  return end;
}

function isNameStart(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f;
}

function isNameUnit(unit: number): boolean {
  return isNameStart(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2d || unit === 0x2e;
}
