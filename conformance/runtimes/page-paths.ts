/** What `page-server.ts` serves, beside the proxy to the live sandbox. */
export const SUITE_SCRIPT = '/suite.mjs';

/** What `inject` is to give the tests. */
export const PROVIDED = '/provided';

/** Where the page posts its report. */
export const REPORT = '/report';
