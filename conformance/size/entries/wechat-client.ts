export { createWechatTransitClient } from '@yinjian/wechat-transit';
