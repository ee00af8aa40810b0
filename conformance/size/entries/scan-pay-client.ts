export { createScanPayClient } from '@yinjian/mmsp/scan-pay';
