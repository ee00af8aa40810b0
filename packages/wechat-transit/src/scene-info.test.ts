import { encodeRequestFields } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { busOrder, metroOrder } from './internal/fixtures/samples.ts';
import { busScene, metroScene, sceneInfo } from './scene-info.ts';

const context = { now: () => new Date(0), nonce: () => '', provided: {} };
const encode = (scene: typeof metroScene | typeof busScene, value: unknown) =>
  encodeRequestFields(
    'payapply',
    { fields: { scene_info: sceneInfo(scene) } },
    { scene_info: value },
    context,
  )['scene_info'];
const metro = metroOrder.scene_info;
const bus = busOrder.scene_info;

describe('scene_info', () => {
  it('is a JSON text whose single key is again scene_info', () => {
    expect(JSON.parse(encode(metroScene, metro) ?? '')).toEqual({
      scene_info: { ...metro, start_time: '20170826104339' },
    });
    expect(JSON.parse(encode(busScene, bus) ?? '')).toEqual({ scene_info: bus });
  });

  it('shows the time of the ride as the clock in China does, wherever it is sent from', () => {
    const text = encode(busScene, { ...bus, start_time: new Date('2017-12-31T16:30:00Z') });
    expect(text).toContain('"start_time":"20180101003000"');
  });

  it('survives as JSON whatever the stations are called', () => {
    const start_station = '"西\\单"\n</scene_info>';
    expect(JSON.parse(encode(metroScene, { ...metro, start_station }) ?? '')).toMatchObject({
      scene_info: { start_station },
    });
  });

  it.each([
    [metroScene, metro, 'start_time', '2017-08-26 10:43:39'],
    [metroScene, metro, 'start_time', new Date(Number.NaN)],
    [metroScene, metro, 'end_time', '20170826246060'],
    [metroScene, metro, 'end_time', ''],
    [metroScene, metro, 'qrcode_hash', metro.qrcode_hash.slice(1)],
    [metroScene, metro, 'qrcode_hash', `${metro.qrcode_hash.slice(1)}g`],
    [metroScene, metro, 'start_station', '西'.repeat(33)],
    [metroScene, metro, 'end_station', ''],
    [busScene, bus, 'line_name', '1'.repeat(33)],
    [busScene, bus, 'plate_number', '粤B·88888'],
    [busScene, bus, 'plate_number', '粤B 88888'],
    [busScene, bus, 'plate_number', '粤'.repeat(33)],
  ])('names the field that is wrong: %#', async (scene, value, name, mistake) => {
    const error = await rejection(() => encode(scene, { ...value, [name]: mistake }));
    expect(error.issues.map(({ path }) => path)).toContain(`scene_info.${name}`);
    expect(new Set(error.issues.map(({ path }) => path)).size).toBe(1);
  });

  it('knows all fields that are missing, and all it does not have', async () => {
    expect(issuesOf(await rejection(() => encode(metroScene, { ...bus })))).toEqual([
      'scene_info.line_name unknown_field',
      'scene_info.plate_number unknown_field',
      'scene_info.end_time missing',
      'scene_info.start_station missing',
      'scene_info.end_station missing',
    ]);
  });

  it('takes a line that the payer will not be shown', () => {
    expect(encode(busScene, { ...bus, line_name: '机场大巴一号线' })).toContain('机场大巴一号线');
  });
});
