import type { Budget } from './budgets.ts';
import type { Measured } from './measure.ts';

const OURS =
  /^(?:cli|crypto-webcrypto|mmsp|protocol-codec|provider-kit|sandbox|signature-debugger|wechat-transit)$/;
const OPERATION = /\b(?:gateway|payout|quickPay|scanPay)\.[a-z]\w*/gi;

/** What a bundle has that nobody asked for, in words. */
export function problemsOf(budget: Budget, { texts, groups, imports }: Measured): string[] {
  return [
    ...imports.map((path) => `imports ${path}`),
    ...Object.keys(groups)
      .filter((group) => OURS.test(group) && !budget.packages.includes(group))
      .map((group) => `holds something of ${group}`),
    ...namesOf(budget, texts),
  ];
}

/** Where a bundle names other operations than it should, by the texts in it. */
export function namesOf({ operations, packages }: Budget, texts: readonly string[]): string[] {
  const named = [...new Set(texts.flatMap((text) => text.match(OPERATION) ?? []))];
  if (operations === undefined) {
    return packages.includes('mmsp') ? [] : named.map((name) => `names ${name}`);
  }
  const isMeant = (name: string, operation: string) =>
    operation.endsWith('.') ? name.startsWith(operation) : name === operation;
  return [
    ...named
      .filter((name) => !operations.some((operation) => isMeant(name, operation)))
      .map((name) => `names ${name}`),
    ...operations
      .filter((operation) => !named.some((name) => isMeant(name, operation)))
      .map((operation) => `does not name ${operation} any longer`),
  ];
}
