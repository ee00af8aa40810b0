import type { OperationMisbehaviour } from '../misbehaviour.ts';
import { DELAY_SECONDS, type Faults } from './faults.ts';
import type { Incoming, RenderedReply, Reply, ReplyFlaw } from './reply.ts';
import type { Scheduler } from './scheduler.ts';

/** What goes back over the connection, if anything does. */
export type Answer =
  | {
      readonly kind: 'reply';
      readonly status: 200 | 302 | 502;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array<ArrayBuffer>;
    }
  /** The connection ends without a reply. */
  | { readonly kind: 'dropped' }
  /** The connection ends in the middle of the reply. */
  | {
      readonly kind: 'broken-off';
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    };

/** Larger than a client has to read. */
const OVERSIZE = 4 * 1024 * 1024;

const BAD_GATEWAY = `<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>nginx</center>
</body>
</html>
`;

export interface AnswerContext {
  readonly faults: Faults;
  readonly scheduler: Scheduler;
  readonly log: (line: string) => void;
}

/** Answers a request, and does wrong what the sandbox was told to do wrong. */
export async function answer(incoming: Incoming, { faults, scheduler, log }: AnswerContext): Promise<Answer> {
  const { operation } = incoming;
  const misbehaviour = operation === undefined ? undefined : faults.takeForOperation(operation);
  const told = misbehaviour === undefined ? '' : ` (told to misbehave: ${misbehaviour.fault})`;
  if (misbehaviour?.fault === 'drop-before-executing') {
    log(`${operation} was not executed${told}`);
    return { kind: 'dropped' };
  }
  const reply = execute(incoming, misbehaviour);
  log(`${operation ?? 'unknown operation'}: ${reply.summary}${told}`);
  if (misbehaviour?.fault === 'delay') await scheduler.wait(misbehaviour.delaySeconds ?? DELAY_SECONDS);
  return travel((flaw) => reply.render(flaw), misbehaviour?.fault);
}

function execute(incoming: Incoming, misbehaviour: OperationMisbehaviour | undefined): Reply {
  switch (misbehaviour?.fault) {
    case 'refuse':
      return incoming.refuse(misbehaviour.code, misbehaviour.message);
    case 'system-error':
      return incoming.refuse();
    case 'system-error-after-executing':
      incoming.execute();
      return incoming.refuse();
    default:
      return incoming.execute();
  }
}

function travel(
  render: (flaw?: ReplyFlaw) => RenderedReply,
  fault: OperationMisbehaviour['fault'] | undefined,
): Answer {
  switch (fault) {
    case 'drop-before-executing':
    case 'drop-after-executing':
      return { kind: 'dropped' };
    case 'drop-within-reply': {
      const { body, headers } = plain(render());
      return { kind: 'broken-off', headers, body };
    }
    case 'bad-gateway':
      return { ...plain({ body: BAD_GATEWAY, contentType: 'text/html' }), status: 502 };
    case 'redirect':
      return { kind: 'reply', status: 302, headers: { location: '/' }, body: new Uint8Array() };
    case 'empty':
      return plain({ ...render(), body: '' });
    case 'truncated': {
      const { body, ...reply } = plain(render());
      return { ...reply, body: body.slice(0, body.length / 2) };
    }
    case 'not-utf8': {
      const { body, ...reply } = plain(render());
      body[Math.floor(body.length / 2)] = 0xff;
      return { ...reply, body };
    }
    case 'oversize': {
      const { body, contentType } = render();
      return plain({ body: `${body}${' '.repeat(OVERSIZE)}`, contentType });
    }
    case 'wrong-signature':
    case 'no-signature':
    case 'duplicate-fields':
    case 'another-order':
    case 'undocumented-state':
    case 'doctype':
    case 'other-algorithm':
    case 'wrong-encryption':
      return plain(render(fault));
    case 'delay':
    case 'refuse':
    case 'system-error':
    case 'system-error-after-executing':
    case undefined:
      return plain(render());
  }
}

function plain({ body, contentType }: RenderedReply): Extract<Answer, { kind: 'reply' }> {
  return {
    kind: 'reply',
    status: 200,
    headers: { 'content-type': `${contentType}; charset=utf-8` },
    body: new TextEncoder().encode(body),
  };
}
