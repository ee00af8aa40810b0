<?php
declare(strict_types=1);

/**
 * How a merchant's program makes a signature, step by step. A snippet that gets it wrong replaces a step, or adds something
 * to one; what it leaves alone is right.
 */

/** Steps that are done in one way: two snippets that get the same one wrong contradict each other. */
const MMSP = [
    'clean' => 'keep',
    'scope' => 'keep',
    'sort' => 'sorted',
    'encode' => 'as_json',
    'append' => 'append_key',
    'bytes' => 'keep',
    'hash' => 'md5_of',
    'print' => 'strtoupper',
];
const WECHAT = ['clean' => 'without_sign_and_empty', 'encode' => 'as_query'] + MMSP;

/**
 * Steps to which each snippet adds something, one after the other: before and after the fields are cleaned, to every value,
 * to the flags of json_encode, to the JSON that is read again, to the text, the key, the signature, and to what is sent.
 */
const CHAINS = ['prepare', 'include', 'values', 'flags', 'parse', 'wrap', 'key', 'finish', 'after'];

function keep(mixed $value): mixed
{
    return $value;
}

function sorted(array $fields): array
{
    ksort($fields, SORT_STRING);
    return $fields;
}

function as_json(array $fields, int $flags = JSON_UNESCAPED_UNICODE): string
{
    return json_encode((object) $fields, $flags);
}

function without_sign_and_empty(array $fields): array
{
    unset($fields['sign']);
    return array_filter($fields, fn ($value) => $value !== '');
}

function as_query(array $fields, int $flags = 0): string
{
    $pairs = [];
    foreach ($fields as $name => $value) {
        $pairs[] = "$name=$value";
    }
    return implode('&', $pairs);
}

function append_key(string $text, string $key): string
{
    return "$text&key=$key";
}

function md5_of(string $input, string $key): string
{
    return md5($input);
}

function hmac_of(string $input, string $key): string
{
    return hash_hmac('sha256', $input, $key);
}

/** What one snippet after the other makes of a value. */
function through(array $chain, mixed $value): mixed
{
    foreach ($chain as $change) {
        $value = $change($value);
    }
    return $value;
}

/** What the program sends as the signature of some fields. */
function signature(array $steps, array $fields, string $key): string
{
    $steps += array_fill_keys(CHAINS, []);
    $fields = through($steps['include'], $steps['clean'](through($steps['prepare'], $fields)));
    $fields = $steps['sort'](through($steps['values'], $steps['scope']($fields)));
    $json = $steps['encode']($fields, through($steps['flags'], JSON_UNESCAPED_UNICODE));
    $text = through($steps['wrap'], through($steps['parse'], $json));
    $key = through($steps['key'], $key);
    $input = $steps['bytes']($steps['append']($text, $key));
    return through($steps['finish'], $steps['print']($steps['hash']($input, $key)));
}

/** A number of PHP that is written as it stands in the message. */
function envelope(array $header, array $body, string $sign, array $bare, int $flags): string
{
    $json = json_encode($header + ['Body' => (object) $body, 'Sign' => $sign], $flags);
    foreach ($bare as $name) {
        $json = preg_replace('/("' . $name . '":\s*)"([^"]+)"/', '$1$2', $json);
    }
    return $json;
}

/** Texts in CDATA, numbers plain, as most programs write them. */
function xml(array $fields): string
{
    $xml = '<xml>';
    foreach ($fields as $name => $value) {
        $xml .= is_numeric($value) || $value === ''
            ? "<$name>$value</$name>"
            : "<$name><![CDATA[$value]]></$name>";
    }
    return "$xml</xml>";
}
