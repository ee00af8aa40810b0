<?php
declare(strict_types=1);

/** Errors with the JSON of MMSP. `with` marks those that need a message with that in its body. */
return [
    'slashes_unescaped' => ['flags' => fn (int $flags) => $flags | JSON_UNESCAPED_SLASHES],
    'unicode_escaped' => ['flags' => fn (int $flags) => $flags & ~JSON_UNESCAPED_UNICODE],
    'pretty_printed' => ['flags' => fn (int $flags) => $flags | JSON_PRETTY_PRINT],
    'numeric_check' => ['flags' => fn (int $flags) => $flags | JSON_NUMERIC_CHECK],
    'html_characters_hex' => ['flags' => fn (int $flags) => $flags | JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT],
    'stripslashes' => ['wrap' => 'stripslashes'],
    'backslashes_replaced_by_slashes' => ['wrap' => fn (string $json) => str_replace('\\', '/', $json)],
    'slashes_escaped_before_encoding' => ['values' => fn (array $body) => map_texts(fn (string $text) => str_replace('/', '\\/', $text), $body)],
    'encoded_twice' => ['wrap' => fn (string $json) => json_encode($json, JSON_UNESCAPED_UNICODE)],
    'braces_trimmed' => ['wrap' => fn (string $json) => trim($json, '{}')],
    'http_build_query' => ['encode' => fn (array $body) => http_build_query($body)],
    'query_instead_of_json' => ['encode' => fn (array $body) => urldecode(http_build_query($body))],
    'values_concatenated' => ['encode' => fn (array $body) => implode('', $body)],
    'empty_fields_filtered' => ['clean' => fn (array $body) => array_filter($body, fn ($value) => $value !== '' && $value !== null)],
    'everything_strval' => ['values' => fn (array $body) => array_map(fn ($value) => is_scalar($value) || $value === null ? strval($value) : $value, $body)],
    'lists_inside_sorted' => ['prepare' => function (array $body): array {
        array_walk($body, function (&$value): void {
            if (is_array($value)) {
                foreach ($value as &$row) {
                    ksort($row, SORT_STRING);
                }
            }
        });
        return $body;
    }],
    'lists_inside_encoded' => ['prepare' => fn (array $body) => array_map(fn ($value) => is_array($value) ? json_encode($value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES) : $value, $body)],
    'amount_as_number' => ['field' => 'AMT', 'prepare' => fn (array $body) => array_replace($body, ['AMT' => is_numeric($body['AMT']) ? $body['AMT'] + 0 : $body['AMT']]), 'needs' => fn (array $body) => is_string($body['AMT'] ?? null)],
    'amount_as_text' => ['field' => 'AMT', 'prepare' => fn (array $body) => array_replace($body, ['AMT' => (string) $body['AMT']]), 'needs' => fn (array $body) => is_int($body['AMT'] ?? null)],
    'count_as_text' => ['field' => 'PUSH_COUNT', 'prepare' => fn (array $body) => array_replace($body, ['PUSH_COUNT' => (string) $body['PUSH_COUNT']]), 'needs' => fn (array $body) => isset($body['PUSH_COUNT'])],
    'amount_in_yuan_when_signed' => ['field' => 'AMT', 'prepare' => fn (array $body) => array_replace($body, ['AMT' => number_format($body['AMT'] / 100, 2, '.', '')]), 'needs' => fn (array $body) => is_string($body['AMT'] ?? null)],
    'amount_multiplied_before_signing' => ['field' => 'AMT', 'prepare' => fn (array $body) => array_replace($body, ['AMT' => (string) ($body['AMT'] * 100)]), 'needs' => fn (array $body) => is_string($body['AMT'] ?? null)],
    'field_set_after_signing' => ['field' => 'NOTIFY_URL', 'prepare' => fn (array $body) => array_diff_key($body, ['NOTIFY_URL' => 1]), 'needs' => fn (array $body) => isset($body['NOTIFY_URL'])],
    'nonce_set_after_signing' => ['field' => 'RANDSTR', 'prepare' => fn (array $body) => array_diff_key($body, ['RANDSTR' => 1]), 'needs' => fn (array $body) => isset($body['RANDSTR'])],
    'address_filled_in_after_signing' => ['field' => 'NOTIFY_URL', 'prepare' => fn (array $body) => array_replace($body, ['NOTIFY_URL' => '']), 'needs' => fn (array $body) => isset($body['NOTIFY_URL'])],
    'empty_field_signed_not_sent' => ['field' => 'JUMP_URL', 'prepare' => fn (array $body) => $body + ['JUMP_URL' => ''], 'needs' => fn (array $body) => isset($body['CARDTYPE']) && !isset($body['JUMP_URL'])],
    'jump_url_set_after_signing' => ['field' => 'JUMP_URL', 'prepare' => fn (array $body) => array_diff_key($body, ['JUMP_URL' => 1]), 'needs' => fn (array $body) => isset($body['JUMP_URL'])],
    'order_number_as_number' => ['field' => 'MERORDERID', 'prepare' => fn (array $body) => array_replace($body, ['MERORDERID' => (int) $body['MERORDERID']]), 'needs' => fn (array $body) => ctype_digit($body['MERORDERID'] ?? '') && strlen($body['MERORDERID']) < 19],
    'amount_with_thousands_separators' => ['field' => 'AMT', 'prepare' => fn (array $body) => array_replace($body, ['AMT' => number_format((float) $body['AMT'])]), 'needs' => fn (array $body) => is_string($body['AMT'] ?? null)],
    'numbers_through_json_decode' => ['bare' => true, 'field' => 'FEE', 'parse' => fn (string $json) => json_encode(json_decode($json), JSON_UNESCAPED_UNICODE)],
    'name_trimmed_after_signing' => ['field' => 'NAME', 'prepare' => fn (array $body) => array_replace($body, ['NAME' => $body['NAME'] . ' ']), 'needs' => fn (array $body) => isset($body['NAME'])],
    'name_sent_untrimmed' => ['field' => 'NAME', 'after' => fn (array $body) => array_replace($body, ['NAME' => " {$body['NAME']}"]), 'needs' => fn (array $body) => isset($body['NAME'])],
    'identity_number_lower_case_when_signed' => ['field' => 'ID_NO', 'prepare' => fn (array $body) => array_replace($body, ['ID_NO' => strtolower($body['ID_NO'])]), 'needs' => fn (array $body) => str_ends_with($body['ID_NO'] ?? '', 'X')],
    'expiry_lost_its_zero' => ['field' => 'EXPDATE', 'prepare' => fn (array $body) => array_replace($body, ['EXPDATE' => (string) (int) $body['EXPDATE']]), 'needs' => fn (array $body) => isset($body['EXPDATE'])],
    'address_urlencoded' => ['field' => 'NOTIFY_URL', 'prepare' => fn (array $body) => array_replace($body, ['NOTIFY_URL' => urlencode($body['NOTIFY_URL'])]), 'needs' => fn (array $body) => isset($body['NOTIFY_URL'])],
    'signature_field_included' => ['field' => 'Sign', 'include' => fn (array $body) => $body + ['Sign' => '']],
    'key_as_field' => ['field' => 'key', 'keyed' => true, 'append' => fn (string $text, string $key) => $text],
    'wrong_one_of_two_keys' => ['swapped' => true],
    'test_key' => ['key' => fn (string $key) => 'ea21842eea24e448b991b1cb0a0294cf', 'merchant' => true],
    'hmac_sha256' => ['hash' => fn (string $input, string $key) => hash_hmac('sha256', $input, $key)],
    'whole_envelope' => ['scope' => 'envelope'],
    'header_merged' => ['scope' => 'merged'],
    'merchant_number_merged' => ['merged' => 'MERNO', 'field' => 'MERNO'],
    'terminal_number_merged' => ['merged' => 'TERMNO', 'field' => 'TERMNO'],
    'body_with_its_name' => ['scope' => 'named'],
];
