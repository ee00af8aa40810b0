export { canonicalizeJson } from '@yinjian/protocol-codec';
