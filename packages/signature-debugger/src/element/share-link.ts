import { decodeBase64, decodeUtf8, encodeBase64, encodeUtf8 } from '@yinjian/protocol-codec';

const PARAMETER = 'message';

/** A link to the page at `address` that carries the message behind `#`, where no server sees it. */
export function shareLink(address: string, message: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = new URLSearchParams({ [PARAMETER]: encodeBase64(encodeUtf8(message)) }).toString();
  return url.href;
}

/** The message of a link, if it carries one. */
export function sharedMessage(address: string): string | undefined {
  const encoded = new URLSearchParams(new URL(address).hash.slice(1)).get(PARAMETER);
  if (encoded === null) return undefined;
  try {
    return decodeUtf8(decodeBase64(encoded));
  } catch {
    return undefined;
  }
}
