<?php
declare(strict_types=1);

/**
 * Signatures that are right, in messages spelled in every way that JSON and XML allow: prints them as JSON.
 *
 *   php conformance/oracles/wrong-signatures/php/correct.php
 */

require __DIR__ . '/signing.php';

$samples = json_decode(file_get_contents(__DIR__ . '/../messages.json'), true);
$keys = $samples['keys'];
mt_srand(20180305);

/** Another value of the same kind. */
function varied(mixed $value, string $name): mixed
{
    if (is_int($value)) {
        return mt_rand(0, 3) === 0 ? $value : mt_rand(0, 99999);
    }
    if (is_array($value)) {
        return array_map(fn ($row) => is_array($row) ? array_map(fn ($item) => varied($item, ''), $row) : $row, $value);
    }
    if (!is_string($value) || in_array($name, ['sign_type', 'scene_info', 'trade_scene', 'CARDTYPE'], true)) {
        return $value;
    }
    return match (mt_rand(0, 6)) {
        0 => '',
        1 => $value . mt_rand(0, 9),
        2 => "$value/" . mt_rand(0, 9),
        3 => $value . ' & "引号" <标签> \\ + %2F',
        4 => ctype_digit($value) ? strrev($value) : mb_free($value),
        default => $value,
    };
}

/** Chinese, an emoji outside the basic plane, a line break. */
function mb_free(string $value): string
{
    return $value . ['中文', "\u{1F600}", "\n", "\t", 'é'][mt_rand(0, 4)];
}

$flags = [
    0,
    JSON_UNESCAPED_UNICODE,
    JSON_UNESCAPED_SLASHES,
    JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES,
    JSON_PRETTY_PRINT,
    JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_QUOT,
];
$vectors = [];
foreach ($samples['mmsp'] as $sample) {
    $key = $keys[($sample['agent'] ?? false) ? 'mmspAgent' : 'mmspMerchant'];
    for ($turn = 0; $turn < 12; $turn++) {
        $body = $sample['body'];
        foreach ($turn === 0 || isset($sample['bare']) ? [] : $body as $name => $value) {
            $body[$name] = varied($value, $name);
        }
        if ($turn % 3 === 2) {
            $body = array_reverse($body, true);
        }
        $sign = signature(MMSP, $body, $key);
        if (isset($sample['bare'])) {
            $text = as_json(sorted($body));
            foreach ($sample['bare'] as $name) {
                $text = preg_replace('/("' . $name . '":)"([^"]+)"/', '$1$2', $text);
            }
            $sign = strtoupper(md5("$text&key=$key"));
        }
        $vectors[] = [
            'sample' => $sample['name'],
            'message' => envelope($sample['header'], $body, $sign, $sample['bare'] ?? [], $flags[$turn % count($flags)]),
        ] + (($sample['agent'] ?? false) ? ['agentKey' => $key] : ['key' => $key]);
    }
}
foreach ($samples['wechat'] as $sample) {
    $steps = ['hash' => $sample['signType'] === 'MD5' ? 'md5_of' : 'hmac_of'] + WECHAT;
    for ($turn = 0; $turn < 12; $turn++) {
        $fields = $sample['fields'];
        foreach ($turn === 0 ? [] : $fields as $name => $value) {
            $fields[$name] = varied($value, $name);
        }
        $signed = $fields + ['sign' => signature($steps, $fields, $keys['wechat'])];
        $escaped = '';
        foreach ($signed as $name => $value) {
            $escaped .= "<$name>" . htmlspecialchars($value, ENT_XML1 | ENT_QUOTES) . "</$name>\n";
        }
        $vectors[] = [
            'sample' => $sample['name'],
            'message' => $turn % 2 === 0 ? xml($signed) : "<xml>\n$escaped</xml>",
            'key' => $keys['wechat'],
            'signType' => $sample['signType'],
        ];
    }
}
echo json_encode($vectors, JSON_THROW_ON_ERROR), "\n";
