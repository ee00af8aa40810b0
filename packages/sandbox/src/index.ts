export const packageName = '@yinjian/sandbox';
