/** What `URL` would quietly mend: white space, control characters, backslashes, missing slashes. */
const AS_WRITTEN = /^https?:\/\/[^\s\\\p{Cc}]+$/iu;

/** Whether the text is an absolute http or https URL without a user name or password. */
export function isHttpUrl(value: string): boolean {
  if (typeof value !== 'string' || !AS_WRITTEN.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether what is sent there cannot be read or changed on the way: https, or this very machine. */
export function isSecureUrl(value: string): boolean {
  if (!isHttpUrl(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || LOOPBACK.test(hostname);
}
