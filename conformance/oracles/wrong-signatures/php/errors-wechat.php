<?php
declare(strict_types=1);

/** `scene_info`, read and written again. */
function scene(callable $change): Closure
{
    return fn (array $fields) => array_replace($fields, ['scene_info' => $change(json_decode($fields['scene_info'], true))]);
}

$hasScene = fn (array $fields) => isset($fields['scene_info']);

/** Errors with the fields of WeChat Pay. */
return [
    'empty_fields_signed' => ['clean' => fn (array $fields) => array_diff_key($fields, ['sign' => 1])],
    'sign_type_left_out' => ['prepare' => fn (array $fields) => array_diff_key($fields, ['sign_type' => 1])],
    'sign_type_set_after_signing' => ['prepare' => fn (array $fields) => array_diff_key($fields, ['sign_type' => 1])],
    'empty_sign_signed' => ['include' => fn (array $fields) => $fields + ['sign' => '']],
    'empty_fields_as_null' => ['clean' => fn (array $fields) => array_map(fn (string $text) => $text === '' ? 'null' : $text, array_diff_key($fields, ['sign' => 1]))],
    'other_algorithm' => ['algorithm' => 'other'],
    'other_key' => ['swapped' => true],
    'unlisted_fields_ignored' => ['prepare' => fn (array $fields) => array_diff_key($fields, ['promotion_hint' => 1]), 'needs' => fn (array $fields) => isset($fields['promotion_hint'])],
    'return_fields_ignored' => ['prepare' => fn (array $fields) => array_diff_key($fields, ['return_code' => 1, 'return_msg' => 1]), 'needs' => fn (array $fields) => isset($fields['return_code'])],
    'cdata_signed' => ['values' => fn (array $fields) => array_map(fn (string $text) => is_numeric($text) ? $text : "<![CDATA[$text]]>", $fields)],
    'as_json_instead' => ['encode' => fn (array $fields) => json_encode($fields, JSON_UNESCAPED_UNICODE)],
    'http_build_query' => ['encode' => fn (array $fields) => http_build_query($fields)],
    'trailing_ampersand' => ['encode' => fn (array $fields) => implode('', array_map(fn ($name, $value) => "$name=$value&", array_keys($fields), $fields))],
    'values_quoted' => ['encode' => fn (array $fields) => implode('&', array_map(fn ($name, $value) => "$name=\"$value\"", array_keys($fields), $fields))],
    'joined_without_ampersand' => ['encode' => fn (array $fields) => implode('', array_map(fn ($name, $value) => "$name=$value", array_keys($fields), $fields))],
    'scene_reencoded' => ['field' => 'scene_info', 'needs' => $hasScene, 'prepare' => scene(fn (array $scene) => json_encode($scene))],
    'scene_reencoded_with_spaces' => ['field' => 'scene_info', 'needs' => $hasScene, 'prepare' => scene(fn (array $scene) => str_replace(['":"', '","', '":{'], ['": "', '", "', '": {'], json_encode($scene, JSON_UNESCAPED_UNICODE)))],
    'scene_sorted_inside' => ['field' => 'scene_info', 'needs' => $hasScene, 'prepare' => scene(function (array $scene): string {
        ksort($scene['scene_info']);
        return json_encode($scene, JSON_UNESCAPED_UNICODE);
    })],
    'scene_unwrapped' => ['field' => 'scene_info', 'needs' => $hasScene, 'prepare' => scene(fn (array $scene) => json_encode($scene['scene_info'], JSON_UNESCAPED_UNICODE))],
    'scene_wrapped_twice' => ['field' => 'scene_info', 'needs' => $hasScene, 'prepare' => scene(fn (array $scene) => json_encode(['scene_info' => $scene], JSON_UNESCAPED_UNICODE))],
    'scene_encoded_twice' => ['field' => 'scene_info', 'needs' => $hasScene, 'prepare' => scene(fn (array $scene) => json_encode(json_encode($scene, JSON_UNESCAPED_UNICODE), JSON_UNESCAPED_UNICODE))],
    'scene_printed_as_array' => ['field' => 'scene_info', 'needs' => $hasScene, 'prepare' => scene(fn (array $scene) => @strval($scene))],
    'fee_in_yuan_when_signed' => ['field' => 'total_fee', 'needs' => fn (array $fields) => isset($fields['total_fee'], $fields['notify_url']), 'prepare' => fn (array $fields) => array_replace($fields, ['total_fee' => number_format($fields['total_fee'] / 100, 2, '.', '')])],
    'fee_multiplied_before_signing' => ['field' => 'total_fee', 'needs' => fn (array $fields) => isset($fields['total_fee'], $fields['notify_url']), 'prepare' => fn (array $fields) => array_replace($fields, ['total_fee' => (string) ($fields['total_fee'] * 100)])],
    'fee_with_thousands_separators' => ['field' => 'total_fee', 'needs' => fn (array $fields) => isset($fields['total_fee'], $fields['notify_url']), 'prepare' => fn (array $fields) => array_replace($fields, ['total_fee' => number_format((float) $fields['total_fee'])])],
    'notify_url_urlencoded' => ['field' => 'notify_url', 'needs' => fn (array $fields) => isset($fields['notify_url']), 'prepare' => fn (array $fields) => array_replace($fields, ['notify_url' => urlencode($fields['notify_url'])])],
    'body_set_after_signing' => ['field' => 'body', 'needs' => fn (array $fields) => isset($fields['body']), 'prepare' => fn (array $fields) => array_diff_key($fields, ['body' => 1])],
    'notify_url_set_after_signing' => ['field' => 'notify_url', 'needs' => fn (array $fields) => isset($fields['notify_url']), 'prepare' => fn (array $fields) => array_diff_key($fields, ['notify_url' => 1])],
    'nonce_set_after_signing' => ['field' => 'nonce_str', 'prepare' => fn (array $fields) => array_diff_key($fields, ['nonce_str' => 1])],
    'version_signed_not_sent' => ['field' => 'version', 'needs' => fn (array $fields) => isset($fields['notify_url']) && !isset($fields['version']), 'prepare' => fn (array $fields) => $fields + ['version' => '2.0']],
    'key_as_field' => ['field' => 'key', 'keyed' => true, 'append' => fn (string $text, string $key) => $text],
    'body_sent_with_space' => ['field' => 'body', 'needs' => fn (array $fields) => isset($fields['body']), 'after' => fn (array $fields) => array_replace($fields, ['body' => "{$fields['body']} "])],
];
