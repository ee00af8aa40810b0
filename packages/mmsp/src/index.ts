export const packageName = '@yinjian/mmsp';
