<?php
declare(strict_types=1);

/**
 * Which errors are committed on which samples: every error on two samples, and pairs of errors that a program makes in
 * different steps, each on the next sample in turn. The same choice each time.
 */
function chosen(array $errors, array $samples): array
{
    $chosen = [];
    foreach (['mmsp', 'wechat'] as $platform) {
        $list = $samples[$platform];
        $at = 0;
        foreach (array_keys($errors[$platform]) as $name) {
            $made = 0;
            for ($tries = 0; $tries < count($list) && $made < 2; $tries++, $at++) {
                $sample = $list[$at % count($list)];
                $names = [$name];
                if (isset($sample['bare'])) {
                    continue;
                }
                if (commit($platform, $sample, $names, $errors[$platform], $samples, 0) !== null) {
                    $chosen[] = [$platform, $sample, $names];
                    $made++;
                }
            }
        }
        foreach (pairs($platform) as [$one, $other]) {
            for ($tries = 0; $tries < count($list); $tries++) {
                $sample = $list[$at++ % count($list)];
                if (!isset($sample['bare']) && shows_both($platform, $sample, [$one, $other], $errors, $samples)) {
                    $chosen[] = [$platform, $sample, [$one, $other]];
                    break;
                }
            }
        }
    }
    return $chosen;
}

/** Whether both errors show: with either alone the signature is another. */
function shows_both(string $platform, array $sample, array $names, array $errors, array $samples): bool
{
    $both = commit($platform, $sample, $names, $errors[$platform], $samples, 0);
    if ($both === null) {
        return false;
    }
    foreach ($names as $name) {
        $one = commit($platform, $sample, [$name], $errors[$platform], $samples, 0);
        if ($one === null || (($one['signature'] ?? $one['message']) === ($both['signature'] ?? $both['message']))) {
            return false;
        }
    }
    return true;
}

/** Two errors that come together when somebody starts without having read how it is signed. */
function pairs(string $platform): array
{
    $text = $platform === 'mmsp'
        ? ['slashes_unescaped', 'unicode_escaped', 'stripslashes', 'pretty_printed', 'numeric_check', 'query_instead_of_json']
        : ['trailing_ampersand', 'as_json_instead', 'values_quoted', 'http_build_query', 'joined_without_ampersand'];
    $fields = $platform === 'mmsp'
        ? ['empty_fields_filtered', 'everything_strval', 'amount_as_number', 'amount_in_yuan_when_signed', 'field_set_after_signing', 'nonce_set_after_signing', 'signature_field_included', 'whole_envelope', 'header_merged', 'name_sent_untrimmed']
        : ['empty_fields_signed', 'sign_type_left_out', 'empty_sign_signed', 'return_fields_ignored', 'scene_reencoded', 'scene_unwrapped', 'scene_sorted_inside', 'fee_in_yuan_when_signed', 'notify_url_set_after_signing', 'nonce_set_after_signing'];
    $order = ['not_sorted', 'sorted_downwards'];
    $key = ['key_missing', 'key_without_prefix', 'prefix_in_capitals', 'key_first', 'newline_after_key', 'key_in_capitals', 'key_last_character_missing'];
    $digest = ['md5_of_md5', 'sha256', 'hmac_md5'];
    $rest = ['signature_lower_case', 'gbk', 'text_with_newline', 'values_urlencoded'];
    $algorithm = $platform === 'wechat' ? ['other_algorithm'] : ['hmac_sha256'];
    return [
        ...across($text, [...$order, ...$key, ...$algorithm, ...$rest]),
        ...across($fields, [...array_slice($text, 0, 2), ...$order, 'key_without_prefix', 'newline_after_key', ...$algorithm, 'signature_lower_case', 'gbk']),
        ...across($order, [...$key, ...$digest, ...$algorithm, ...$rest]),
        ...across($key, [...$digest, ...$rest]),
    ];
}

/** Every third pair, so that each error meets several others and the corpus stays small. */
function across(array $ones, array $others): array
{
    $pairs = [];
    foreach ($ones as $row => $one) {
        foreach ($others as $column => $other) {
            if (($row + $column) % 3 === 0) {
                $pairs[] = [$one, $other];
            }
        }
    }
    return $pairs;
}
