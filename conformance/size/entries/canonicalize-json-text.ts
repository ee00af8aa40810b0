export { canonicalizeJsonText } from '@yinjian/protocol-codec';
