<?php
declare(strict_types=1);

/** Where that loses nothing: half of a character at the end would be gone for good. */
function read_as_gbk(array $fields): array
{
    $read = map_texts(fn (string $text) => @iconv('GBK', 'UTF-8', $text), $fields);
    return in_array(false, $read, true) ? $fields : $read;
}

/**
 * Errors of a program that checks what it received: it changes the fields before it does. The signature of the message is
 * right, and what is left of the message no longer is what was signed.
 */
return [
    'input_html_escaped' => ['alter' => fn (array $fields) => map_texts('htmlspecialchars', $fields)],
    'input_urldecoded' => ['alter' => fn (array $fields) => map_texts('urldecode', $fields)],
    'input_read_as_gbk' => ['alter' => fn (array $fields) => read_as_gbk($fields)],
    'input_read_as_latin1' => ['alter' => fn (array $fields) => map_texts(fn (string $text) => iconv('ISO-8859-1', 'UTF-8', $text), $fields)],
    'input_without_empty_fields' => ['alter' => fn (array $fields) => array_filter($fields, fn ($value) => $value !== ''), 'mmsp' => true],
    'input_all_texts' => ['alter' => fn (array $fields) => array_map(fn ($value) => is_int($value) ? (string) $value : $value, $fields), 'mmsp' => true],
    'input_null_as_empty' => ['alter' => fn (array $fields) => array_map(fn ($value) => $value ?? '', $fields), 'mmsp' => true],
    'input_order_number_through_float' => ['field' => 'MERORDERID', 'bare' => true, 'alter' => fn (array $fields) => array_replace($fields, ['MERORDERID' => json_encode((float) $fields['MERORDERID'])])],
    'input_order_number_through_double_and_printf' => ['field' => 'MERORDERID', 'bare' => true, 'alter' => fn (array $fields) => array_replace($fields, ['MERORDERID' => sprintf('%.0F', (float) $fields['MERORDERID'])])],
    'input_decimals_through_float' => ['field' => 'FEE', 'bare' => true, 'alter' => fn (array $fields) => array_replace($fields, ['FEE' => json_encode((float) $fields['FEE'])])],
    'input_numbers_through_double' => ['field' => 'MERORDERID', 'bare' => true, 'alter' => fn (array $fields) => array_replace($fields, ['MERORDERID' => sprintf('%.0F', (float) $fields['MERORDERID']), 'FEE' => json_encode((float) $fields['FEE'])])],
    'input_amount_in_yuan' => ['field' => 'AMT', 'mmsp' => true, 'alter' => fn (array $fields) => array_replace($fields, isset($fields['AMT']) ? ['AMT' => sprintf('%.2f', $fields['AMT'] / 100)] : [])],
    'input_fee_in_yuan' => ['field' => 'total_fee', 'alter' => fn (array $fields) => array_replace($fields, isset($fields['total_fee']) ? ['total_fee' => (string) ($fields['total_fee'] / 100)] : [])],
    'input_without_unlisted_field' => ['field' => 'fee_type', 'alter' => fn (array $fields) => array_diff_key($fields, ['fee_type' => 1])],
    'input_with_field_of_the_framework' => ['field' => '_url', 'alter' => fn (array $fields) => $fields + ['_url' => '/notify']],
];
