<?php
declare(strict_types=1);

/**
 * The XML of WeChat Pay v2, read with libxml (SimpleXML and DOM) and written with XMLWriter.
 * A field set is a list of [name, value] pairs in document order.
 */

function xml_read_simplexml(string $xml): array
{
    $root = @simplexml_load_string($xml, SimpleXMLElement::class, LIBXML_NONET);
    if ($root === false || $root->getName() !== 'xml') {
        throw new InvalidArgumentException('SimpleXML refuses the document');
    }
    $fields = [];
    foreach ($root->children() as $name => $child) {
        $fields[] = [(string) $name, (string) $child];
    }
    return $fields;
}

function xml_read_dom(string $xml): array
{
    $document = new DOMDocument();
    if (!@$document->loadXML($xml, LIBXML_NONET) || $document->documentElement->nodeName !== 'xml') {
        throw new InvalidArgumentException('DOM refuses the document');
    }
    $fields = [];
    foreach ($document->documentElement->childNodes as $child) {
        if ($child->nodeType !== XML_ELEMENT_NODE && trim($child->textContent) !== '') {
            throw new InvalidArgumentException('DOM finds content between the fields');
        }
        if ($child->nodeType === XML_ELEMENT_NODE) {
            $fields[] = [$child->nodeName, $child->textContent];
        }
    }
    return $fields;
}

/** $styles holds, for each field, how to write it: text, cdata, mixed (half and half), references. */
function xml_write(array $fields, array $styles, bool $indented, bool $declared): string
{
    $writer = new XMLWriter();
    $writer->openMemory();
    $writer->setIndent($indented);
    if ($declared) {
        $writer->startDocument('1.0', 'UTF-8');
    }
    $writer->startElement('xml');
    foreach ($fields as $index => [$name, $value]) {
        $writer->startElement($name);
        match ($styles[$index]) {
            'text' => $writer->text($value),
            'cdata' => write_cdata($writer, $value),
            'mixed' => write_half_and_half($writer, $value),
            'references' => write_references($writer, $value),
        };
        $writer->endElement();
    }
    $writer->endElement();
    $writer->endDocument();
    return $writer->outputMemory();
}

/** A section can hold neither `]]>` nor, since a reader turns it into a line feed, a carriage return. */
function write_cdata(XMLWriter $writer, string $text): void
{
    $pieces = preg_split('/(\r)|(?<=\]\])(?=>)/', $text, -1, PREG_SPLIT_NO_EMPTY | PREG_SPLIT_DELIM_CAPTURE);
    foreach ($pieces as $piece) {
        $piece === "\r" ? $writer->text($piece) : $writer->writeCdata($piece);
    }
}

function write_half_and_half(XMLWriter $writer, string $text): void
{
    $half = strlen(iconv_substr($text, 0, intdiv(iconv_strlen($text, 'UTF-8'), 2), 'UTF-8'));
    $writer->text(substr($text, 0, $half));
    write_cdata($writer, substr($text, $half));
}

/** Each character as a reference, by turns decimal and hexadecimal. */
function write_references(XMLWriter $writer, string $text): void
{
    foreach (unpack('N*', iconv('UTF-8', 'UCS-4BE', $text)) as $position => $code) {
        $writer->writeRaw($position % 2 === 0 ? "&#$code;" : sprintf('&#x%x;', $code));
    }
}
