<?php
declare(strict_types=1);

/**
 * How a merchant's program makes a signature, as a chain of closures. A snippet that gets it wrong replaces some of them;
 * what it does not replace is right.
 */

const MMSP = [
    'prepare' => 'keep',
    'values' => 'keep',
    'sort' => 'sorted',
    'encode' => 'as_json',
    'wrap' => 'keep',
    'key' => 'keep',
    'append' => 'append_key',
    'hash' => 'md5_of',
    'print' => 'strtoupper',
    'after' => 'keep',
];
const WECHAT = ['prepare' => 'without_sign_and_empty', 'encode' => 'as_query'] + MMSP;

function keep(mixed $value): mixed
{
    return $value;
}

function sorted(array $fields): array
{
    ksort($fields, SORT_STRING);
    return $fields;
}

function as_json(array $fields): string
{
    return json_encode((object) $fields, JSON_UNESCAPED_UNICODE);
}

function without_sign_and_empty(array $fields): array
{
    unset($fields['sign']);
    return array_filter($fields, fn ($value) => $value !== '');
}

function as_query(array $fields): string
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

/** What the program sends as the signature of some fields. */
function signature(array $steps, array $fields, string $key): string
{
    $fields = $steps['sort']($steps['values']($steps['prepare']($fields)));
    $text = $steps['wrap']($steps['encode']($fields));
    $key = $steps['key']($key);
    return $steps['print']($steps['hash']($steps['append']($text, $key), $key));
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
