export { createPayoutClient } from '@yinjian/mmsp/payout';
