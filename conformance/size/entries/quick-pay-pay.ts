export { buildRequest, pay, readReply } from '@yinjian/mmsp/quick-pay';
