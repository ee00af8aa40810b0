<?php
declare(strict_types=1);

/**
 * The payout envelope of the MMSP open platform ([M] 3.1): the plain text encrypted in pieces under the
 * receiver's public key, and signed with SHA1withRSA under the sender's private key, both in base64.
 */

/** @return array{string, string} ENCRYPT and SIGN */
function payout_seal(string $plain, string $receiverPublicKey, string $senderPrivateKey, int $pieceLength): array
{
    $encrypted = '';
    foreach (str_split($plain, $pieceLength) ?: [''] as $piece) {
        if (!openssl_public_encrypt($piece, $block, $receiverPublicKey, OPENSSL_PKCS1_PADDING)) {
            refuse_openssl('openssl_public_encrypt');
        }
        $encrypted .= $block;
    }
    return [base64_encode($encrypted), payout_sign($plain, $senderPrivateKey)];
}

function payout_open(string $encrypted, string $receiverPrivateKey): string
{
    $key = openssl_pkey_get_private($receiverPrivateKey) ?: refuse_openssl('openssl_pkey_get_private');
    $plain = '';
    $blockLength = intdiv(openssl_pkey_get_details($key)['bits'] + 7, 8);
    foreach (str_split(base64_strictly($encrypted), $blockLength) as $block) {
        if (!openssl_private_decrypt($block, $piece, $key, OPENSSL_PKCS1_PADDING)) {
            refuse_openssl('openssl_private_decrypt');
        }
        $plain .= $piece;
    }
    return $plain;
}

function payout_sign(string $plain, string $senderPrivateKey): string
{
    openssl_sign($plain, $signature, $senderPrivateKey, OPENSSL_ALGO_SHA1) || refuse_openssl('openssl_sign');
    return base64_encode($signature);
}

function payout_verify(string $plain, string $sign, string $senderPublicKey): bool
{
    // openssl_verify: 1 right, 0 wrong, -1 or false an error. Only 1 is right.
    return openssl_verify($plain, base64_strictly($sign), $senderPublicKey, OPENSSL_ALGO_SHA1) === 1;
}

/** @return array{string, string} private key (PKCS#8) and public key (SPKI), PEM */
function payout_generate_keys(int $bits): array
{
    $key = openssl_pkey_new(['private_key_bits' => $bits, 'private_key_type' => OPENSSL_KEYTYPE_RSA]);
    openssl_pkey_export($key, $private) || refuse_openssl('openssl_pkey_export');
    return [$private, openssl_pkey_get_details($key)['key']];
}

function base64_strictly(string $text): string
{
    $bytes = base64_decode($text, true);
    if ($bytes === false) {
        throw new InvalidArgumentException('not base64');
    }
    return $bytes;
}

function refuse_openssl(string $function): never
{
    $reasons = [];
    while (($reason = openssl_error_string()) !== false) {
        $reasons[] = $reason;
    }
    throw new InvalidArgumentException("$function: " . implode('; ', $reasons));
}
