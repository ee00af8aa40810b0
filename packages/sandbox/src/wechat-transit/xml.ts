import { create } from 'xmlbuilder2';

/**
 * A message as the platform writes it: digits as text, everything else as CDATA. Not with the library's own encoder,
 * so that its decoder is put to the test.
 */
export function buildXml(fields: Iterable<readonly [string, string]>, { doctype = false } = {}): string {
  const document = create();
  if (doctype) document.dtd({ name: 'xml' });
  const root = document.ele('xml');
  for (const [name, value] of fields) {
    const element = root.ele(name);
    // A CDATA section can hold neither its own end nor a carriage return, which a reader would turn into a line feed.
    for (const piece of value.split(/(?<=\]\])(?=>)|(\r)/)) {
      if (piece === '\r') element.txt('&#13;');
      else if (/^\d+$/.test(piece)) element.txt(piece);
      else if (piece !== undefined && piece !== '') element.dat(piece);
    }
  }
  return document.end({ headless: true });
}
