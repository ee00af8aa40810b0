export { createGatewayClient } from '@yinjian/mmsp/gateway';
