/** Behind it a page's own origin passes requests on to the sandbox: the platforms send no CORS headers. */
export const PROXY_PATH = '/live';

/** Below the sandbox's addresses, what answers for `Control`. */
export const CONTROL_PATH = '/control';
