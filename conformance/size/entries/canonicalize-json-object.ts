export { canonicalizeJsonObject } from '@yinjian/protocol-codec';
