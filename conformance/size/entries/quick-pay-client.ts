export { createQuickPayClient } from '@yinjian/mmsp/quick-pay';
