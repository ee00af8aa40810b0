export { verifySign } from '@yinjian/mmsp';
