import { createQuickPayClient } from '@yinjian/mmsp';
import { Orders } from './orders.ts';
import { createServer } from './server.ts';

function setting(name: string): string {
  const value = Deno.env.get(name);
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

const client = createQuickPayClient({
  MERNO: setting('MMSP_MERNO'),
  TERMNO: setting('MMSP_TERMNO'),
  md5Key: setting('MMSP_MD5_KEY'),
  url: setting('MMSP_QUICK_PAY_URL'),
});
const orders = new Orders(await Deno.openKv(setting('DATABASE')));
const server = createServer({ client, orders, publicUrl: setting('PUBLIC_URL') });
Deno.serve({ hostname: '127.0.0.1', port: Number(setting('PORT')), onListen: () => {} }, server);
