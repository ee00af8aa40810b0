<?php
declare(strict_types=1);

/**
 * The MD5 signature of the MMSP open platform, as a PHP programmer would write it:
 * ksort, json_encode, md5 ([M] 3.3.2.1).
 */

/** As plain as it gets: for bodies whose numbers PHP itself prints as they were written. */
function mmsp_canonicalize_plain(string $body): string
{
    return mmsp_encode_sorted(json_decode($body, false, 512, JSON_THROW_ON_ERROR));
}

/**
 * The same for any body. PHP reads `1.10` as a float and prints `1.1`, and it can neither read nor print an
 * object property whose name starts with NUL. So numbers and member names travel through json_decode and
 * json_encode as strings that begin with a random mark. All names get the same mark, so their order stays.
 */
function mmsp_canonicalize(string $body): string
{
    $mark = bin2hex(random_bytes(16));
    return unmark(mmsp_encode_sorted(decode_marked($body, $mark)), $mark);
}

/** The canonical form of one member of a message, such as its `Body`. */
function mmsp_canonicalize_member(string $message, string $name): string
{
    $mark = bin2hex(random_bytes(16));
    $members = (array) decode_marked($message, $mark);
    return unmark(mmsp_encode_sorted($members["{$mark}name$name"] ?? null), $mark);
}

function mmsp_sign(string $body, string $key): string
{
    return strtoupper(md5(mmsp_canonicalize($body) . '&key=' . $key));
}

function mmsp_verify(string $body, string $key, string $sign): bool
{
    return hash_equals(mmsp_sign($body, $key), $sign);
}

/** Whether an object of this JSON text, at any depth, holds the same member name twice. */
function json_repeats_a_name(string $json): bool
{
    // A name that is repeated is printed once, so the encoded text holds fewer names than the source.
    $mark = bin2hex(random_bytes(16));
    $encoded = json_encode(decode_marked($json, $mark), JSON_THROW_ON_ERROR);
    $written = substr_count(mark_numbers_and_names($json, $mark), "{$mark}name");
    return substr_count($encoded, "{$mark}name") !== $written;
}

function mmsp_encode_sorted(mixed $body): string
{
    if (!$body instanceof stdClass) {
        throw new InvalidArgumentException('the body is not a JSON object');
    }
    $members = (array) $body;
    ksort($members, SORT_STRING);
    // (object): an array whose names are 0, 1, 2 would be printed as a list, an empty one as [].
    return json_encode((object) $members, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
}

function decode_marked(string $json, string $mark): mixed
{
    // The text itself has to be JSON: marking must not repair it.
    json_decode($json, true, 512, JSON_THROW_ON_ERROR);
    return json_decode(mark_numbers_and_names($json, $mark), false, 512, JSON_THROW_ON_ERROR);
}

function unmark(string $json, string $mark): string
{
    $json = preg_replace("/\"{$mark}number([^\"]*+)\"/", '$1', $json);
    return str_replace("{$mark}name", '', $json);
}

/** A string before a colon is a name; digits outside strings are a number. */
function mark_numbers_and_names(string $json, string $mark): string
{
    // Possessive quantifiers: no backtracking, so a long string cannot reach pcre.backtrack_limit.
    $pattern = '/"((?:[^"\\\\]++|\\\\.)*+"\s*+)(:?)|-?[0-9][-+.0-9Ee]*+/s';
    $marked = preg_replace_callback($pattern, function (array $token) use ($mark): string {
        if ($token[0][0] !== '"') {
            return "\"{$mark}number{$token[0]}\"";
        }
        return $token[2] === ':' ? "\"{$mark}name{$token[1]}:" : $token[0];
    }, $json);
    if ($marked === null) {
        throw new RuntimeException('preg_replace_callback: ' . preg_last_error_msg());
    }
    return $marked;
}
