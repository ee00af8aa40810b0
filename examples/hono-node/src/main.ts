import { serve } from '@hono/node-server';
import { createGatewayClient } from '@yinjian/mmsp/gateway';
import { createApp } from './app.ts';
import { openOrders } from './orders.ts';

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

const gatewayUrl = setting('MMSP_GATEWAY_URL');
const client = createGatewayClient({
  MERNO: setting('MMSP_MERNO'),
  TERMNO: setting('MMSP_TERMNO'),
  md5Key: setting('MMSP_MD5_KEY'),
  url: gatewayUrl,
});
const app = createApp({
  client,
  orders: openOrders(setting('DATABASE')),
  publicUrl: setting('PUBLIC_URL'),
  gatewayUrl,
});
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(setting('PORT')) });
