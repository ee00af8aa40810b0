export const packageName = '@yinjian/wechat-transit';
