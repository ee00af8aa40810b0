export { createMmspClient } from '@yinjian/mmsp';
