<?php
declare(strict_types=1);

/**
 * Commits errors, one or two at a time, on the sample messages, and prints what comes of it as JSON.
 *
 *   php conformance/oracles/wrong-signatures/php/make.php
 */

require __DIR__ . '/signing.php';

$samples = json_decode(file_get_contents(__DIR__ . '/../messages.json'), true);
$both = require __DIR__ . '/errors.php';
$errors = [
    'mmsp' => $both + (require __DIR__ . '/errors-mmsp.php'),
    'wechat' => $both + (require __DIR__ . '/errors-wechat.php'),
];
$received = require __DIR__ . '/errors-received.php';

// What PHP complains of is no error that a program would have been shipped with.
set_error_handler(fn (int $severity, string $message) => (error_reporting() & $severity) !== 0 && throw new ErrorException($message));

/** What an error does to a sample, as steps; null where it cannot be made there. */
function steps_for(array $error, array $sample, array $keys): ?array
{
    $fields = $sample['body'] ?? $sample['fields'];
    $header = $sample['header'] ?? [];
    $isOut = (isset($error['needs']) && !$error['needs']($fields))
        || (isset($error['merchant']) && ($sample['agent'] ?? false))
        || (isset($error['only']) && ($sample['signType'] ?? 'MD5') !== $error['only'])
        || ((isset($error['scope']) || isset($error['merged'])) && !isset($header['MERNO'], $header['TERMNO']))
        || (isset($error['after']) && ($sample['received'] ?? false))
        || (isset($sample['bare']) && array_intersect_key($error, array_flip(UNFIT_FOR_BARE)) !== []);
    if ($isOut) {
        return null;
    }
    $steps = array_intersect_key($error, MMSP + array_flip(CHAINS));
    unset($steps['scope']);
    switch ($error['scope'] ?? null) {
        case 'envelope':
            $steps['scope'] = fn (array $body) => $header + ['Body' => (object) $body];
            break;
        case 'merged':
            $steps['scope'] = fn (array $body) => $header + $body;
            break;
        case 'named':
            $steps['scope'] = fn (array $body) => ['Body' => (object) $body];
            break;
    }
    if (isset($error['merged'])) {
        $steps['include'] = fn (array $body) => [$error['merged'] => $header[$error['merged']]] + $body;
    }
    if (isset($error['swapped'])) {
        $steps['key'] = fn (string $key) => $keys['wrong'];
    }
    if (isset($error['keyed'])) {
        $steps['include'] = fn (array $all) => $all + ['key' => $keys['right']];
    }
    if (isset($error['algorithm'])) {
        $steps['hash'] = $sample['signType'] === 'MD5' ? 'hmac_of' : 'md5_of';
    }
    return $steps;
}

/** What cannot be done to a message whose numbers PHP could not keep: the sample has them as texts. */
const UNFIT_FOR_BARE = ['prepare', 'clean', 'include', 'values', 'encode', 'flags', 'scope', 'merged', 'keyed', 'after', 'needs'];

/** The steps of some errors together; null where one cannot be made there, or contradicts another. */
function steps_together(array $names, array $errors, array $sample, array $keys): ?array
{
    $steps = [];
    foreach ($names as $name) {
        $more = steps_for($errors[$name], $sample, $keys);
        if ($more === null || array_intersect_key($more, $steps, MMSP) !== []) {
            return null;
        }
        foreach ($more as $step => $change) {
            if (in_array($step, CHAINS, true)) {
                $steps[$step][] = $change;
            } else {
                $steps[$step] = $change;
            }
        }
    }
    return $steps;
}

/** The wrong signature in its message; null where nothing is wrong with it after all. */
function commit(string $platform, array $sample, array $names, array $errors, array $samples, int $turn): ?array
{
    $keys = keys_for($platform, $sample, $samples['keys']);
    $right = right_steps($platform, $sample);
    $steps = steps_together($names, $errors, $sample, $keys);
    if ($steps === null) {
        return null;
    }
    $steps['parse'] = [...($right['parse'] ?? []), ...($steps['parse'] ?? [])];
    $fields = $sample['body'] ?? $sample['fields'];
    try {
        $sent = through($steps['after'] ?? [], $fields);
        $sign = signature($steps + $right, $fields, $keys['right']);
    } catch (Throwable) {
        return null;
    }
    $correct = signature($right, $sent, $keys['right']);
    if ($sign === $correct) {
        return null;
    }
    $isReceived = $sample['received'] ?? false;
    return [
        'errors' => array_map(fn (string $name) => ['error' => $name] + array_intersect_key($errors[$name], ['field' => 1]), $names),
        'sample' => $sample['name'],
        'message' => write_message($platform, $sample, $sent, $isReceived ? $correct : $sign, $turn),
    ] + ($isReceived ? ['signature' => $sign] : []) + options($platform, $sample, $keys);
}

function right_steps(string $platform, array $sample): array
{
    $bare = $sample['bare'] ?? [];
    $unquote = fn (string $json) => preg_replace('/("(?:' . implode('|', $bare) . ')":)"([^"]+)"/', '$1$2', $json);
    return ['hash' => ($sample['signType'] ?? '') === 'HMAC-SHA256' ? 'hmac_of' : 'md5_of']
        + ($bare === [] ? [] : ['parse' => [$unquote]])
        + ($platform === 'mmsp' ? MMSP : WECHAT);
}

/** A message that was received and changed; null where nothing changes, or nothing is left to tell from. */
function alter(string $platform, array $sample, string $name, array $error, array $samples, int $turn): ?array
{
    $bare = $sample['bare'] ?? [];
    $isFit = ($sample['received'] ?? false)
        && ($error['bare'] ?? false) === ($bare !== [])
        && (!($error['mmsp'] ?? false) || $platform === 'mmsp');
    $fields = $sample['body'] ?? $sample['fields'];
    $altered = $isFit ? $error['alter']($fields) : $fields;
    if ($altered === $fields) {
        return null;
    }
    $keys = keys_for($platform, $sample, $samples['keys']);
    $right = right_steps($platform, $sample);
    $sign = signature($right, $fields, $keys['right']);
    if ($sign === signature($right, $altered, $keys['right'])) {
        return null;
    }
    return [
        'errors' => [['error' => $name] + array_intersect_key($error, ['field' => 1])],
        'sample' => $sample['name'],
        'message' => write_message($platform, $sample, $altered, $sign, $turn),
    ] + options($platform, $sample, $keys);
}

function keys_for(string $platform, array $sample, array $keys): array
{
    if ($platform === 'wechat') {
        return ['right' => $keys['wechat'], 'wrong' => $keys['wechatOther']];
    }
    return ($sample['agent'] ?? false)
        ? ['right' => $keys['mmspAgent'], 'wrong' => $keys['mmspMerchant']]
        : ['right' => $keys['mmspMerchant'], 'wrong' => $keys['mmspAgent']];
}

/** What the person who asks has at hand. */
function options(string $platform, array $sample, array $keys): array
{
    if ($platform === 'wechat') {
        return ['key' => $keys['right'], 'otherKeys' => [$keys['wrong']], 'signType' => $sample['signType']];
    }
    return ($sample['agent'] ?? false)
        ? ['key' => $keys['wrong'], 'agentKey' => $keys['right']]
        : ['key' => $keys['right'], 'agentKey' => $keys['wrong']];
}

function write_message(string $platform, array $sample, array $fields, string $sign, int $turn): string
{
    if ($platform === 'wechat') {
        return xml($fields + ['sign' => $sign]);
    }
    $flags = [JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES, 0, JSON_UNESCAPED_UNICODE, JSON_UNESCAPED_SLASHES][$turn % 4];
    $json = envelope($sample['header'], $fields, $sign, $sample['bare'] ?? [], $flags);
    return $sample['form'] ?? false ? '<input type="hidden" name="web_api" value="' . htmlspecialchars($json) . '">' : $json;
}

require __DIR__ . '/choose.php';

$vectors = [];
foreach (chosen($errors, $samples) as $turn => [$platform, $sample, $names]) {
    $vector = commit($platform, $sample, $names, $errors[$platform], $samples, $turn);
    if ($vector !== null) {
        $vectors[] = $vector;
    }
}
foreach (['mmsp', 'wechat'] as $platform) {
    foreach ($received as $name => $error) {
        foreach ($samples[$platform] as $turn => $sample) {
            $vector = alter($platform, $sample, $name, $error, $samples, $turn);
            if ($vector !== null) {
                $vectors[] = $vector;
            }
        }
    }
}
echo json_encode($vectors, JSON_THROW_ON_ERROR), "\n";
