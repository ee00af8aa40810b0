import { CodecError, type CodecErrorCode } from '../codec-error.ts';
import { decodeXmlText } from './decode-xml-text.ts';
import { checkText, type ResolvedLimits } from './resolve-limits.ts';
import { skipXmlName } from './xml-name.ts';

const BYTE_ORDER_MARK = 0xfeff;
const EXCLAMATION = 0x21;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;

const CDATA_START = '<![CDATA[';
const CDATA_END = ']]>';

/**
 * A field as platforms write them, with nothing in its value that has to be looked at: read in one go, for less than
 * half the time. Every other field goes the long way, which would read this one alike.
 */
const PLAIN_FIELD =
  /<([A-Za-z_][\w.-]*)>(?:<!\[CDATA\[([\t\n -\\^-\ud7ff\ue000-\ufffd]*)\]\]>|([\t\n -%'-;=-\\^-\ud7ff\ue000-\ufffd]*))<\/\1>/y;

const DECLARATION_START = /<\?xml[ \t\r\n]/y;

/** XML 1.0 section 2.8, production XMLDecl, with any version and encoding. */
const DECLARATION =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*("[^"]*"|'[^']*')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*("[^"]*"|'[^']*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/y;

/** Reads one flat message, front to back, never looking at a character again. */
export class FlatXmlReader {
  readonly #text: string;
  readonly #maxFields: number;
  #at = 0;

  constructor(text: string, limits: ResolvedLimits) {
    checkText(text, limits);
    this.#text = text;
    this.#maxFields = limits.maxFields;
  }

  read(): Map<string, string> {
    const fields = new Map<string, string>();
    this.#declaration();
    this.#skipSpace();
    this.#root();
    if (!this.#emptyTag()) this.#fields(fields);
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fail('xml_after_root');
    return fields;
  }

  #declaration(): void {
    if (this.#text.charCodeAt(0) === BYTE_ORDER_MARK) this.#at = 1;
    DECLARATION_START.lastIndex = this.#at;
    if (!DECLARATION_START.test(this.#text)) return;
    DECLARATION.lastIndex = this.#at;
    const declaration = DECLARATION.exec(this.#text);
    if (declaration === null) this.#fail('xml_declaration');
    const [whole, version = '', encoding] = declaration;
    if (version.slice(1, -1) !== '1.0') this.#fail('xml_version');
    if (encoding !== undefined && encoding.slice(1, -1).toLowerCase() !== 'utf-8') {
      this.#fail('xml_encoding');
    }
    this.#at += whole.length;
  }

  #root(): void {
    const start = this.#at;
    if (this.#peek() !== LESS) this.#fail('xml_root');
    if (this.#isOtherMarkup()) this.#refuseMarkup();
    if (this.#startTag() !== 'xml') this.#fail('xml_root', start);
  }

  /** The content of the root and its end tag. */
  #fields(fields: Map<string, string>): void {
    for (;;) {
      this.#skipSpace();
      const start = this.#at;
      const plain = this.#plainField();
      if (plain === null && this.#endOfFields()) return;
      const name = plain?.[1] ?? this.#startTag();
      const count = fields.size;
      if (count === this.#maxFields) this.#fail('too_many_fields', start);
      fields.set(name, plain === null ? this.#content(name) : (plain[2] ?? plain[3] ?? ''));
      if (fields.size === count) this.#fail('xml_duplicate_field', start);
    }
  }

  #plainField(): RegExpExecArray | null {
    PLAIN_FIELD.lastIndex = this.#at;
    const plain = PLAIN_FIELD.exec(this.#text);
    if (plain !== null) this.#at = PLAIN_FIELD.lastIndex;
    return plain;
  }

  /** Whether the root ends here. Refuses what is neither its end nor a field. */
  #endOfFields(): boolean {
    if (this.#peek() !== LESS) this.#failUnlessEnd('xml_text_between_fields');
    if (this.#peek(1) === SLASH) {
      this.#endTag('xml');
      return true;
    }
    if (this.#isOtherMarkup()) {
      if (this.#startsWith(CDATA_START)) this.#fail('xml_text_between_fields');
      this.#refuseMarkup();
    }
    return false;
  }

  /** The rest of a field, after its name. */
  #content(name: string): string {
    return this.#emptyTag() ? '' : this.#value(name);
  }

  /** The content of a field and its end tag. */
  #value(name: string): string {
    const text = this.#text;
    let value = '';
    for (;;) {
      const less = text.indexOf('<', this.#at);
      const end = less < 0 ? text.length : less;
      if (end > this.#at) value += decodeXmlText(text, this.#at, end, 'text');
      this.#at = end;
      if (this.#peek(1) === SLASH) {
        this.#endTag(name);
        return value;
      }
      if (this.#startsWith(CDATA_START)) {
        const from = end + CDATA_START.length;
        const to = text.indexOf(CDATA_END, from);
        if (to < 0) this.#fail('xml_unclosed');
        value += decodeXmlText(text, from, to, 'cdata');
        this.#at = to + CDATA_END.length;
      } else {
        if (this.#isOtherMarkup()) this.#refuseMarkup();
        this.#fail(this.#isCutOff('<') ? 'xml_unclosed' : 'xml_nested');
      }
    }
  }

  /** `<`, the name and the white space after it. */
  #startTag(): string {
    const start = ++this.#at;
    const end = skipXmlName(this.#text, start);
    this.#at = end;
    if (end === start) this.#failUnlessEnd('xml_name');
    this.#skipSpace();
    const unit = this.#peek();
    if (unit !== GREATER && unit !== SLASH)
      this.#failUnlessEnd(this.#at > end ? 'xml_attribute' : 'xml_name');
    return this.#text.slice(start, end);
  }

  /** The end of a start tag. @returns whether it is `/>` */
  #emptyTag(): boolean {
    const empty = this.#peek() === SLASH;
    if (empty) this.#at++;
    if (this.#peek() !== GREATER) this.#failUnlessEnd('xml_syntax');
    this.#at++;
    return empty;
  }

  #endTag(name: string): void {
    this.#at += 2;
    if (!this.#startsWith(name)) {
      this.#fail(this.#isCutOff(name) ? 'xml_unclosed' : 'xml_mismatched_tag');
    }
    this.#at += name.length;
    this.#skipSpace();
    if (this.#peek() !== GREATER) this.#failUnlessEnd('xml_mismatched_tag');
    this.#at++;
  }

  /** Whether markup other than a tag starts here: CDATA, a comment, a declaration, a processing instruction. */
  #isOtherMarkup(): boolean {
    const unit = this.#peek(1);
    return unit === EXCLAMATION || unit === QUESTION;
  }

  #refuseMarkup(): never {
    if (this.#isCutOff(CDATA_START)) this.#fail('xml_unclosed');
    if (this.#peek(1) === QUESTION) this.#fail('xml_processing_instruction');
    if (this.#startsWith('<!--')) this.#fail('xml_comment');
    if (this.#startsWith('<!DOCTYPE')) this.#fail('xml_doctype');
    this.#fail('xml_syntax');
  }

  #startsWith(expected: string): boolean {
    return this.#text.startsWith(expected, this.#at);
  }

  /** Whether the text ends here, or within or right after what was expected. */
  #isCutOff(expected: string): boolean {
    return expected.startsWith(this.#text.slice(this.#at));
  }

  #peek(ahead = 0): number {
    return this.#text.charCodeAt(this.#at + ahead);
  }

  #skipSpace(): void {
    for (;;) {
      const unit = this.#peek();
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.#at++;
    }
  }

  /** A text that just ends is cut off, whatever was expected next. */
  #failUnlessEnd(code: CodecErrorCode): never {
    this.#fail(this.#isCutOff('') ? 'xml_unclosed' : code);
  }

  #fail(code: CodecErrorCode, at: number = this.#at): never {
    throw new CodecError(code, at);
  }
}
