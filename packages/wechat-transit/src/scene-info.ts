import { type Fields, object, text, time } from '@yinjian/provider-kit';

const start_time = time({ zh: '乘车时间', en: 'Boarded at' });
const qrcode_hash = text(
  { zh: '乘车码SHA256', en: 'SHA-256 of the ride code' },
  { maxLength: 64, pattern: [/^[0-9A-Fa-f]{64}$/, 'must be the 64 hex digits of a SHA-256'] },
);

/** METRO [W]. */
export const metroScene = {
  start_time,
  end_time: time({ zh: '下车时间', en: 'Alighted at' }),
  qrcode_hash,
  start_station: text({ zh: '起始站', en: 'First station' }, { maxLength: 32 }),
  end_station: text({ zh: '终点站', en: 'Last station' }, { maxLength: 32 }),
};

/** BUS [W]. The payer sees the line only where it matches `^[A-Za-z0-9]{1,10}路$`. */
export const busScene = {
  start_time,
  line_name: text({ zh: '乘车路线', en: 'Bus line' }, { maxLength: 32 }),
  qrcode_hash,
  plate_number: text(
    { zh: '车牌号', en: 'Number plate' },
    { maxLength: 32, pattern: [/^[\p{L}\p{N}]+$/u, 'must be letters and digits only'] },
  ),
};

/**
 * `scene_info`: an object for the caller, on the wire a JSON text of at most 1024 characters whose only key is once
 * more `scene_info` [W].
 */
export function sceneInfo<const Scene extends Fields>(scene: Scene) {
  return object({ zh: '场景信息', en: 'Scene' }, scene, {
    maxLength: 1024,
    write: (info) => JSON.stringify({ scene_info: info }),
  });
}
