import { describe, expect, it } from 'vitest';
import { NotificationError } from './errors.ts';
import { brokenStream, floodStream, streamOf } from './internal/fixtures/streams.ts';
import {
  createNotificationHandler,
  type NotificationHandlerOptions,
  type NotificationRefusal,
} from './notification-handler.ts';

const URL = 'https://merchant.example/notify';
const post = (body: BodyInit | null = 'paid') => new Request(URL, { method: 'POST', body });
/** Not every runtime lets a request be made from a stream. */
const streaming = (body: unknown) => ({ method: 'POST', body }) as Request;

function setUp(options: Partial<NotificationHandlerOptions<string>> = {}) {
  const received: string[] = [];
  const refused: NotificationRefusal[] = [];
  const handler = createNotificationHandler<string>({
    verify: (bytes) => new TextDecoder().decode(bytes),
    onNotification: (notification) => {
      received.push(notification);
    },
    onRefused: (refusal) => {
      refused.push(refusal);
    },
    acknowledgement: { body: 'SUCCESS', contentType: 'text/plain; charset=utf-8' },
    maxBytes: 64,
    ...options,
  });
  return { handler, received, refused };
}

describe('a notification handler', () => {
  it('acknowledges what was verified and worked on', async () => {
    const { handler, received, refused } = setUp();
    const response = await handler(post());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe('SUCCESS');
    expect(received).toEqual(['paid']);
    expect(refused).toEqual([]);
  });

  it('acknowledges only after the work is done', async () => {
    const steps: string[] = [];
    const { handler } = setUp({
      verify: async () => 'paid',
      onNotification: async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        steps.push('recorded');
      },
    });
    await handler(post());
    steps.push('acknowledged');
    expect(steps).toEqual(['recorded', 'acknowledged']);
  });

  it.each([
    () => {
      throw new Error('database down');
    },
    () => Promise.reject(new Error('database down')),
    () => Promise.reject(new NotificationError('malformed')),
  ])('does not acknowledge when the callback fails: %#', async (onNotification) => {
    const { handler, refused } = setUp({ onNotification });
    const response = await handler(post());
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('');
    expect(refused).toMatchObject([{ httpStatus: 500 }]);
  });

  it('passes on what the callback threw, and why it did not believe', async () => {
    const bug = new Error('database down');
    const broken = setUp({ onNotification: () => Promise.reject(bug) });
    await broken.handler(post());
    expect(broken.refused[0]?.reason).toBe(bug);
    const disbelief = new NotificationError('signature_invalid');
    const forged = setUp({ verify: () => Promise.reject(disbelief) });
    expect((await forged.handler(post())).status).toBe(400);
    expect(forged.refused).toEqual([{ reason: disbelief, httpStatus: 400 }]);
    expect(forged.received).toEqual([]);
  });

  it('takes an unexpected error of the verification for a malformed notification', async () => {
    const { handler, received, refused } = setUp({
      verify: () => {
        throw new TypeError('CANARY');
      },
    });
    expect((await handler(post())).status).toBe(400);
    expect(received).toEqual([]);
    expect(refused).toMatchObject([{ reason: { code: 'malformed' }, httpStatus: 400 }]);
    expect(String(refused[0]?.reason)).not.toContain('CANARY');
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { handler, received, refused } = setUp();
    const response = await handler(new Request(URL, { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(received).toEqual([]);
    expect(refused).toMatchObject([{ httpStatus: 405, reason: { code: 'malformed' } }]);
  });

  it('reads up to the cap and not beyond', async () => {
    const { handler, received, refused } = setUp();
    expect((await handler(post('x'.repeat(64)))).status).toBe(200);
    expect((await handler(post('x'.repeat(65)))).status).toBe(413);
    const counter = { bytes: 0 };
    expect((await handler(streaming(floodStream(counter)))).status).toBe(413);
    expect(counter.bytes).toBeLessThanOrEqual(2048);
    expect(received).toHaveLength(1);
    expect(refused.map(({ httpStatus }) => httpStatus)).toEqual([413, 413]);
  });

  it('hands an empty body to the verification', async () => {
    const { handler, received } = setUp();
    await handler(post(null));
    await handler(post(''));
    expect(received).toEqual(['', '']);
  });

  it('refuses a body that breaks, that was taken before, or that is no bytes', async () => {
    const { handler, received, refused } = setUp();
    const locked = streamOf(new Uint8Array([1]));
    locked.getReader();
    for (const body of [brokenStream(), locked, streamOf('paid')]) {
      expect((await handler(streaming(body))).status).toBe(400);
    }
    expect(received).toEqual([]);
    expect(refused.map(({ reason }) => (reason as NotificationError).code)).toEqual([
      'malformed',
      'malformed',
      'malformed',
    ]);
  });

  it('blames the server, not the platform, for what is no unread request', async () => {
    const { handler, received, refused } = setUp();
    const read = post();
    await read.text();
    for (const request of [read, undefined, {}, 'paid']) {
      expect((await handler(request as Request)).status).toBe(500);
    }
    expect(received).toEqual([]);
    expect(String(refused[0]?.reason)).toContain('request had its body read before');
    expect(String(refused[1]?.reason)).toContain('request must be a web Request');
  });

  it.each([
    () => {
      throw new Error('log full');
    },
    () => Promise.reject(new Error('log full')),
    undefined,
  ])('refuses all the same when the log fails: %#', async (onRefused) => {
    const { handler } = setUp({
      onRefused: onRefused as unknown as NotificationHandlerOptions<string>['onRefused'],
      verify: () => {
        throw new NotificationError('signature_missing');
      },
    });
    expect((await handler(post())).status).toBe(400);
    // An unhandled rejection would fail the run.
    await new Promise((resolve) => setTimeout(resolve, 0));
  });

  it('is not changed by what happens to its options afterwards', async () => {
    const options = {
      verify: () => 'paid',
      onNotification: () => {},
      acknowledgement: { body: 'SUCCESS', contentType: 'text/plain' },
      maxBytes: 64,
    };
    const handler = createNotificationHandler<string>(options);
    options.verify = () => {
      throw new NotificationError('signature_missing');
    };
    options.acknowledgement.body = 'FAIL';
    options.maxBytes = 0;
    expect(await (await handler(post())).text()).toBe('SUCCESS');
  });
});
