import { decodeFlatXml, encodeFlatXml } from '@yinjian/protocol-codec';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyMarkup, anyTextOutsideXml, anyXmlFields, MOST_FIELDS } from './support/arbitrary-wechat.ts';
import { outcomeOf } from './support/outcome.ts';
import { PhpOracle, type XmlStyle } from './support/php-oracle.ts';
import { announceSeed, forEachGenerated, timeout } from './support/seed.ts';

const oracle = new PhpOracle();
beforeAll(() => announceSeed('WeChat Pay v2 XML'));
afterAll(() => oracle.stop());

const style = fc.constantFrom<XmlStyle>('text', 'cdata', 'mixed', 'references');
const anyDocument = fc.tuple(
  anyXmlFields,
  fc.array(style, { minLength: MOST_FIELDS, maxLength: MOST_FIELDS }),
  fc.record({ indented: fc.boolean(), declared: fc.boolean() }),
);

describe('flat XML, against libxml', { timeout }, () => {
  it('is read by SimpleXML and DOM as what was written', async () => {
    await forEachGenerated(anyXmlFields, 1500, async (fields) => {
      const xml = encodeFlatXml(new Map(fields));
      const [simpleXml, dom] = await Promise.all([
        oracle.readXmlWithSimpleXml(xml),
        oracle.readXmlWithDom(xml),
      ]);
      expect(simpleXml).toEqual(fields);
      expect(dom).toEqual(fields);
      expect([...decodeFlatXml(xml)]).toEqual(fields);
    });
  });

  it('reads what XMLWriter writes: text, CDATA and references in any mixture', async () => {
    await forEachGenerated(anyDocument, 1500, async ([fields, styles, form]) => {
      const xml = await oracle.writeXml(fields, styles, form);
      expect([...decodeFlatXml(xml)]).toEqual(fields);
    });
  });

  it('accepts nothing that libxml refuses or reads otherwise', async () => {
    let accepted = 0;
    const change = fc.tuple(fc.nat(), fc.constantFrom(0, 0, 1, 3), anyMarkup);
    await forEachGenerated(fc.tuple(anyDocument, change), 1500, async ([[fields, styles, form], spoil]) => {
      const [position, removed, added] = spoil;
      const characters = Array.from(await oracle.writeXml(fields, styles, form));
      characters.splice(position % (characters.length + 1), removed, added);
      const xml = characters.join('');
      const [ours, simpleXml, dom] = await Promise.all([
        outcomeOf(() => [...decodeFlatXml(xml)]),
        outcomeOf(oracle.readXmlWithSimpleXml(xml)),
        outcomeOf(oracle.readXmlWithDom(xml)),
      ]);
      // Ours may refuse more: libxml accepts attributes, comments, entities, duplicates.
      expect([undefined, simpleXml]).toContainEqual(ours);
      expect([undefined, dom]).toContainEqual(ours);
      accepted += ours === undefined ? 0 : 1;
    });
    // A generator that spoils everything, or nothing, would compare nothing.
    expect(accepted).toBeGreaterThan(100);
    expect(accepted).toBeLessThan(1400);
  });

  it('writes no value that XML cannot carry', async () => {
    await forEachGenerated(anyTextOutsideXml, 300, async (value) => {
      expect(await outcomeOf(() => encodeFlatXml({ attach: value }))).toBeUndefined();
      // Neither reads it back when someone else wrote it all the same.
      const xml = `<xml><attach><![CDATA[${value.replaceAll(']]>', '')}]]></attach></xml>`;
      expect(await outcomeOf(oracle.readXmlWithDom(xml))).toBeUndefined();
      expect(await outcomeOf(() => decodeFlatXml(xml))).toBeUndefined();
    });
  });
});
