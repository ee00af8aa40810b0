export { verifyNotification } from '@yinjian/mmsp';
