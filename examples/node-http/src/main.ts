import { openRides } from './rides.ts';
import { createNoticeServer } from './server.ts';

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

const server = createNoticeServer({
  credentials: {
    mode: 'direct',
    appid: setting('WECHAT_APPID'),
    mch_id: setting('WECHAT_MCH_ID'),
    key: setting('WECHAT_KEY'),
  },
  rides: openRides(setting('DATABASE')),
  publicUrl: setting('PUBLIC_URL'),
});
server.listen(Number(setting('PORT')), '127.0.0.1');
