<?php
declare(strict_types=1);

/**
 * Payouts whose signature or encryption went wrong. The merchant signs with the published test key; the platform's pair in
 * ../keys was made for this. The padding of RSA encryption is random, so what this prints differs each time.
 *
 *   php conformance/oracles/wrong-signatures/php/payout.php
 */

$testKeys = __DIR__ . '/../../../vectors/mmsp-test-keys';
$keys = [
    'merchantPrivateKey' => file_get_contents("$testKeys/merchant-private.pem"),
    'merchantPublicKey' => file_get_contents("$testKeys/merchant-public.pem"),
    'platformPrivateKey' => file_get_contents(__DIR__ . '/../keys/platform-private.pem'),
    'platformPublicKey' => file_get_contents(__DIR__ . '/../keys/platform-public.pem'),
];

function encrypt(string $plain, string $publicKey, int $padding = OPENSSL_PKCS1_PADDING, int $piece = 117): array
{
    $blocks = [];
    foreach (str_split($plain, $piece) as $part) {
        openssl_public_encrypt($part, $block, $publicKey, $padding);
        $blocks[] = $block;
    }
    return $blocks;
}

function sign(string $data, string $privateKey, int|string $algorithm = OPENSSL_ALGO_SHA1): string
{
    openssl_sign($data, $signature, $privateKey, $algorithm);
    return $signature;
}

function private_encrypt(string $data, string $privateKey): string
{
    $cipher = '';
    foreach (str_split($data, 117) as $part) {
        openssl_private_encrypt($part, $block, $privateKey);
        $cipher .= $block;
    }
    return $cipher;
}

function url_safe(string $base64): string
{
    return strtr($base64, '+/', '-_');
}

/** Each takes the plain JSON and the keys and gives [ENCRYPT, SIGN]; `right` makes either as it should be. */
$right = [
    'encrypt' => fn (string $json, array $k) => base64_encode(implode('', encrypt($json, $k['platformPublicKey']))),
    'sign' => fn (string $json, array $k) => base64_encode(sign($json, $k['merchantPrivateKey'])),
];
$errors = [
    'sha256_with_rsa' => ['sign' => fn (string $json, array $k) => base64_encode(sign($json, $k['merchantPrivateKey'], OPENSSL_ALGO_SHA256))],
    'md5_with_rsa' => ['sign' => fn (string $json, array $k) => base64_encode(sign($json, $k['merchantPrivateKey'], OPENSSL_ALGO_MD5))],
    'signed_with_platform_key' => ['sign' => fn (string $json, array $k) => base64_encode(sign($json, $k['platformPrivateKey']))],
    'signed_sha1_hex' => ['sign' => fn (string $json, array $k) => base64_encode(sign(sha1($json), $k['merchantPrivateKey']))],
    'signed_md5_hex' => ['sign' => fn (string $json, array $k) => base64_encode(sign(strtoupper(md5($json)), $k['merchantPrivateKey']))],
    'signed_base64_of_json' => ['sign' => fn (string $json, array $k) => base64_encode(sign(base64_encode($json), $k['merchantPrivateKey']))],
    'digest_private_encrypted' => ['sign' => fn (string $json, array $k) => base64_encode(private_encrypt(sha1($json, true), $k['merchantPrivateKey']))],
    'signature_hex' => ['sign' => fn (string $json, array $k) => bin2hex(sign($json, $k['merchantPrivateKey']))],
    'signature_url_safe' => ['sign' => fn (string $json, array $k) => url_safe(base64_encode(sign($json, $k['merchantPrivateKey'])))],
    'signed_sorted' => ['sign' => function (string $json, array $k): string {
        $fields = json_decode($json, true);
        ksort($fields);
        return base64_encode(sign(json_encode($fields, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), $k['merchantPrivateKey']));
    }],
    'signed_encoded_by_default' => ['sign' => fn (string $json, array $k) => base64_encode(sign(json_encode(json_decode($json, true)), $k['merchantPrivateKey']))],
    'signed_pretty' => ['sign' => fn (string $json, array $k) => base64_encode(sign(json_encode(json_decode($json, true), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRETTY_PRINT), $k['merchantPrivateKey']))],
    'signed_with_newline' => ['sign' => fn (string $json, array $k) => base64_encode(sign("$json\n", $k['merchantPrivateKey']))],
    'signed_gbk' => ['sign' => fn (string $json, array $k) => base64_encode(sign(iconv('UTF-8', 'GBK', $json), $k['merchantPrivateKey']))],
    'signed_without_time' => ['field' => 'REQTIME', 'sign' => function (string $json, array $k): string {
        $fields = json_decode($json, true);
        unset($fields['REQTIME']);
        return base64_encode(sign(json_encode($fields, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), $k['merchantPrivateKey']));
    }],
    'encrypted_with_merchant_key' => ['encrypt' => fn (string $json, array $k) => base64_encode(implode('', encrypt($json, $k['merchantPublicKey'])))],
    'encrypted_with_private_key' => ['encrypt' => fn (string $json, array $k) => base64_encode(private_encrypt($json, $k['merchantPrivateKey']))],
    'oaep' => ['encrypt' => fn (string $json, array $k) => base64_encode(implode('', encrypt($json, $k['platformPublicKey'], OPENSSL_PKCS1_OAEP_PADDING, 86)))],
    'base64_of_each_block' => ['encrypt' => fn (string $json, array $k) => implode('', array_map('base64_encode', encrypt($json, $k['platformPublicKey'])))],
    'ciphertext_url_safe' => ['encrypt' => fn (string $json, array $k) => url_safe(base64_encode(implode('', encrypt($json, $k['platformPublicKey']))))],
    'ciphertext_hex' => ['encrypt' => fn (string $json, array $k) => bin2hex(implode('', encrypt($json, $k['platformPublicKey'])))],
    'ciphertext_base64_twice' => ['encrypt' => fn (string $json, array $k) => base64_encode(base64_encode(implode('', encrypt($json, $k['platformPublicKey']))))],
];
/** These sign what was encrypted. */
$afterwards = [
    'ciphertext_signed' => fn (string $base64, array $k) => base64_encode(sign(base64_decode($base64), $k['merchantPrivateKey'])),
    'base64_signed' => fn (string $base64, array $k) => base64_encode(sign($base64, $k['merchantPrivateKey'])),
];
$pairs = [
    ['sha256_with_rsa', 'oaep'],
    ['sha256_with_rsa', 'encrypted_with_merchant_key'],
    ['signed_with_platform_key', 'encrypted_with_merchant_key'],
    ['signed_sorted', 'ciphertext_url_safe'],
    ['signed_encoded_by_default', 'base64_of_each_block'],
    ['signature_url_safe', 'ciphertext_url_safe'],
];

$vectors = [];
$samples = json_decode(file_get_contents(__DIR__ . '/../messages.json'), true)['payout'];
foreach ($samples as $sample) {
    $json = json_encode($sample['fields'], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    $write = fn (array $names, string $encrypted, string $signature): array => [
        'errors' => array_map(fn (string $name) => ['error' => $name] + array_intersect_key($GLOBALS['errors'][$name] ?? [], ['field' => 1]), $names),
        'sample' => $sample['name'],
        'message' => json_encode(['ENCRYPT' => $encrypted, 'SIGN' => $signature], JSON_UNESCAPED_SLASHES),
    ];
    foreach ([...array_map(fn (string $name) => [$name], array_keys($errors)), ...$pairs] as $names) {
        $steps = array_merge($right, ...array_map(fn (string $name) => $errors[$name], $names));
        $encrypted = $steps['encrypt']($json, $keys);
        $signature = $steps['sign']($json, $keys);
        if ($steps['sign'] !== $right['sign'] && $signature === $right['sign']($json, $keys)) {
            continue; // The error changes nothing here.
        }
        $vectors[] = $write($names, $encrypted, $signature);
    }
    foreach ($afterwards as $name => $signAfterwards) {
        $base64 = $right['encrypt']($json, $keys);
        $vectors[] = $write([$name], $base64, $signAfterwards($base64, $keys));
    }
}
echo json_encode(['keys' => $keys, 'vectors' => $vectors], JSON_THROW_ON_ERROR), "\n";
