import { replyReader, requestBuilder } from '../envelope/build-request.ts';

/**
 * The signed request of an operation, as plain data: for those who send it themselves. Remembers nothing: keeping order
 * numbers unique is then up to the caller. `sent` belongs to `readReply`.
 */
export const buildRequest = /* @__PURE__ */ requestBuilder('gateway');

/**
 * What a reply means. The signature is checked over the body as it came before anything in it is looked at, and a reply
 * about another order than the one that was `sent` is not believed.
 */
export const readReply = /* @__PURE__ */ replyReader('gateway');
