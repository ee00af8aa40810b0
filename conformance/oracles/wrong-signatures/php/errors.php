<?php
declare(strict_types=1);

/**
 * Errors that a program in PHP makes with either platform: which step it gets wrong, and how. The name says what the code
 * does.
 */
$errors = [
    'not_sorted' => ['sort' => 'keep'],
    'sorted_ignoring_case' => ['sort' => function (array $fields): array {
        ksort($fields, SORT_STRING | SORT_FLAG_CASE);
        return $fields;
    }],
    'sorted_downwards' => ['sort' => function (array $fields): array {
        krsort($fields, SORT_STRING);
        return $fields;
    }],
    'sorted_by_value' => ['sort' => function (array $fields): array {
        asort($fields, SORT_STRING);
        return $fields;
    }],
    'falsy_fields_filtered' => ['clean' => fn (array $fields) => array_filter(array_diff_key($fields, ['sign' => 1]))],
    'values_urlencoded' => ['values' => fn (array $fields) => map_texts('urlencode', $fields)],
    'values_rawurlencoded' => ['values' => fn (array $fields) => map_texts('rawurlencode', $fields)],
    'values_htmlspecialchars' => ['values' => fn (array $fields) => map_texts('htmlspecialchars', $fields)],
    'key_missing' => ['append' => fn (string $text, string $key) => $text],
    'key_without_prefix' => ['append' => fn (string $text, string $key) => $text . $key],
    'prefix_in_capitals' => ['append' => fn (string $text, string $key) => "$text&KEY=$key"],
    'prefix_capitalised' => ['append' => fn (string $text, string $key) => "$text&Key=$key"],
    'prefix_without_ampersand' => ['append' => fn (string $text, string $key) => "{$text}key=$key"],
    'prefix_html_escaped' => ['append' => fn (string $text, string $key) => "$text&amp;key=$key"],
    'key_first' => ['append' => fn (string $text, string $key) => $key . $text],
    'key_appended_twice' => ['append' => fn (string $text, string $key) => "$text&key=$key&key=$key"],
    'key_variable_empty' => ['append' => fn (string $text, string $key) => "$text&key="],
    'newline_after_key' => ['key' => fn (string $key) => "$key\n"],
    'carriage_return_after_key' => ['key' => fn (string $key) => "$key\r\n"],
    'space_before_key' => ['key' => fn (string $key) => " $key"],
    'key_in_capitals' => ['key' => 'strtoupper'],
    'key_lower_case' => ['key' => 'strtolower'],
    'key_first_character_missing' => ['key' => fn (string $key) => substr($key, 1)],
    'key_last_character_missing' => ['key' => fn (string $key) => substr($key, 0, -1)],
    'key_in_quotes' => ['key' => fn (string $key) => "\"$key\""],
    'key_digested' => ['key' => 'md5'],
    'md5_of_md5' => ['hash' => fn (string $input, string $key) => md5(md5($input))],
    'sha1' => ['hash' => fn (string $input, string $key) => sha1($input)],
    'sha256' => ['hash' => fn (string $input, string $key) => hash('sha256', $input)],
    'hmac_md5' => ['hash' => fn (string $input, string $key) => hash_hmac('md5', $input, $key)],
    'signature_lower_case' => ['print' => 'strtolower'],
    'signature_short_md5' => ['finish' => fn (string $hex) => substr($hex, 8, 16), 'only' => 'MD5'],
    'signature_base64' => ['print' => fn (string $hex) => base64_encode(hex2bin($hex))],
    'signature_base64_of_hex' => ['print' => fn (string $hex) => base64_encode($hex)],
    'signature_with_newline' => ['finish' => fn (string $sign) => "$sign\n"],
    'gbk' => ['bytes' => fn (string $input) => iconv('UTF-8', 'GBK', $input)],
    'utf8_twice' => ['bytes' => fn (string $input) => iconv('ISO-8859-1', 'UTF-8', $input)],
    'question_marks' => ['wrap' => fn (string $text) => preg_replace('/[^\x00-\x7f]/u', '?', $text)],
    'text_with_newline' => ['wrap' => fn (string $text) => $text . PHP_EOL],
    'text_with_byte_order_mark' => ['wrap' => fn (string $text) => "\xef\xbb\xbf$text"],
    'text_urlencoded' => ['wrap' => 'urlencode'],
    'text_htmlspecialchars' => ['wrap' => 'htmlspecialchars'],
    'text_in_capitals' => ['wrap' => 'strtoupper'],
    'text_base64' => ['wrap' => 'base64_encode'],
];

function map_texts(callable $map, array $fields): array
{
    return array_map(fn ($value) => is_string($value) ? $map($value) : $value, $fields);
}

return $errors;
