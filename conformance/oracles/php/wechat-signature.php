<?php
declare(strict_types=1);

/**
 * The signature of WeChat Pay v2: fields sorted by name, joined as k=v, MD5 or HMAC-SHA256.
 * A field set is a list of [name, value] pairs.
 */

function wechat_canonicalize(array $fields): string
{
    $signed = [];
    foreach ($fields as [$name, $value]) {
        if ($name !== 'sign' && $value !== '') {
            $signed[$name] = $value;
        }
    }
    // SORT_STRING: PHP turns a name of digits into an integer key and would sort it as a number.
    ksort($signed, SORT_STRING);
    $pairs = [];
    foreach ($signed as $name => $value) {
        $pairs[] = "$name=$value";
    }
    return implode('&', $pairs);
}

function wechat_sign(array $fields, string $key, string $algorithm): string
{
    $text = wechat_canonicalize($fields) . '&key=' . $key;
    return strtoupper(match ($algorithm) {
        'MD5' => md5($text),
        'HMAC-SHA256' => hash_hmac('sha256', $text, $key),
    });
}

function wechat_verify(array $fields, string $key, string $algorithm, string $sign): bool
{
    return hash_equals(wechat_sign($fields, $key, $algorithm), $sign);
}
