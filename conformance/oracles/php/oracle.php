<?php
declare(strict_types=1);

/**
 * Answers questions on stdin, one JSON line each, with one JSON line on stdout.
 *
 *   {"operation": "mmsp_sign", "arguments": ["e30=", "a2V5"]}  ->  {"result": "…"} or {"refused": "…"}
 *
 * Every string among arguments and results is base64, so that any bytes travel unharmed.
 *
 *   php oracle.php --check    says whether this PHP can be the oracle (exit status 0) or what it lacks (1)
 */

const EXTENSIONS = ['dom', 'hash', 'iconv', 'json', 'libxml', 'openssl', 'pcre', 'simplexml', 'xmlwriter'];

$missing = array_filter(EXTENSIONS, fn (string $name): bool => !extension_loaded($name));
if (PHP_VERSION_ID < 80100 || $missing !== []) {
    $lacks = $missing === [] ? 'at least version 8.1' : 'the extensions ' . implode(', ', $missing);
    fwrite(STDERR, 'PHP ' . PHP_VERSION . " cannot be the oracle: it needs $lacks\n");
    exit(1);
}
if (($argv[1] ?? '') === '--check') {
    echo 'PHP ', PHP_VERSION, ', ', OPENSSL_VERSION_TEXT, ', libxml ', LIBXML_DOTTED_VERSION, "\n";
    exit(0);
}

require __DIR__ . '/mmsp-signature.php';
require __DIR__ . '/wechat-signature.php';
require __DIR__ . '/flat-xml.php';
require __DIR__ . '/payout.php';

const OPERATIONS = [
    'mmsp_canonicalize', 'mmsp_canonicalize_plain', 'mmsp_canonicalize_member', 'mmsp_sign', 'mmsp_verify',
    'json_repeats_a_name',
    'wechat_canonicalize', 'wechat_sign', 'wechat_verify',
    'xml_read_simplexml', 'xml_read_dom', 'xml_write',
    'payout_seal', 'payout_open', 'payout_sign', 'payout_verify', 'payout_generate_keys',
];

// A warning is never part of an answer: whatever PHP complains about becomes a refusal.
set_error_handler(function (int $level, string $message): bool {
    if (error_reporting() & $level) {
        throw new ErrorException($message);
    }
    return true;
});

function map_strings(callable $map, mixed $value): mixed
{
    return match (true) {
        is_string($value) => $map($value),
        is_array($value) => array_map(fn (mixed $item): mixed => map_strings($map, $item), $value),
        default => $value,
    };
}

while (($line = fgets(STDIN)) !== false) {
    try {
        $question = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
        if (!in_array($question['operation'], OPERATIONS, true)) {
            throw new InvalidArgumentException('no such operation');
        }
        $result = $question['operation'](...map_strings(base64_decode(...), $question['arguments']));
        $answer = ['result' => map_strings(base64_encode(...), $result)];
    } catch (Throwable $refusal) {
        $answer = ['refused' => base64_encode(get_class($refusal) . ': ' . $refusal->getMessage())];
    }
    fwrite(STDOUT, json_encode($answer, JSON_THROW_ON_ERROR) . "\n");
}
