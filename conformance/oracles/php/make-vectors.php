<?php
declare(strict_types=1);

/**
 * Writes the data files of conformance/vectors (or of the folder given as the only argument). The same input
 * gives the same bytes each time, so a difference in the files is a difference in what PHP computes.
 *
 *   php conformance/oracles/php/make-vectors.php
 */

require __DIR__ . '/mmsp-signature.php';
require __DIR__ . '/wechat-signature.php';
require __DIR__ . '/payout.php';

const MMSP_KEY = 'ea21842eea24e448b991b1cb0a0294cf';
const WECHAT_KEY = '192006250b4c09247ec02edce69f6a2d';
const COMPUTED = 'canonical form and signature computed by the PHP oracle under the published test key';

$vectors = __DIR__ . '/../../vectors';
$target = $argv[1] ?? $vectors;
$merchantPrivate = file_get_contents("$vectors/mmsp-test-keys/merchant-private.pem");
$merchantPublic = file_get_contents("$vectors/mmsp-test-keys/merchant-public.pem");

/** @param ?string $printed the signature beside the sample in the document, made with a key nobody published */
function mmsp_vector(string $name, string $origin, string $body, ?string $printed = null): array
{
    $vector = [
        'name' => $name,
        'origin' => "$origin; " . COMPUTED,
        'byteExact' => true,
        'body' => $body,
        'key' => MMSP_KEY,
        'canonical' => mmsp_canonicalize($body),
        'sign' => mmsp_sign($body, MMSP_KEY),
    ];
    if ($printed === null) {
        return [$vector];
    }
    return [$vector, [
        ...$vector,
        'name' => "$name, as signed in print",
        'origin' => "$origin; the signature is the printed one, made with a merchant's key that is not published",
        'byteExact' => false,
        'key' => '',
        'sign' => $printed,
    ]];
}

function wechat_vector(string $name, string $origin, array $fields): array
{
    $pairs = array_map(null, array_keys($fields), array_values($fields));
    return [
        'name' => $name,
        'origin' => $origin,
        'byteExact' => true,
        'fields' => $fields,
        'key' => WECHAT_KEY,
        'canonical' => wechat_canonicalize($pairs),
        'md5' => wechat_sign($pairs, WECHAT_KEY, 'MD5'),
        'hmacSha256' => wechat_sign($pairs, WECHAT_KEY, 'HMAC-SHA256'),
    ];
}

/**
 * A payout text sealed under the test merchant's own public key, so that the published private key opens it.
 * PKCS#1 v1.5 padding is random; here it is derived from the text, to give the same blocks each time.
 */
function payout_vector(string $name, string $origin, string $plain, int $pieceLength): array
{
    global $merchantPrivate, $merchantPublic;
    $encrypted = '';
    foreach (str_split($plain, $pieceLength) as $index => $piece) {
        $padding = '';
        while (strlen($padding) < 128 - 3 - strlen($piece)) {
            $padding .= str_replace("\0", '', hash('sha256', "$plain $index " . strlen($padding), true));
        }
        $block = "\0\2" . substr($padding, 0, 128 - 3 - strlen($piece)) . "\0" . $piece;
        openssl_public_encrypt($block, $cipher, $merchantPublic, OPENSSL_NO_PADDING) || refuse_openssl('encrypt');
        $encrypted .= $cipher;
    }
    return [
        'name' => $name,
        'origin' => "$origin; sealed and signed by the PHP oracle with the published test merchant's keys",
        'byteExact' => true,
        'plain' => $plain,
        'pieceLength' => $pieceLength,
        'encrypt' => base64_encode($encrypted),
        'sign' => payout_sign($plain, $merchantPrivate),
    ];
}

/** Two spaces a level; whatever an editor might not show or might change is escaped. */
function write_json(string $path, mixed $data): void
{
    $json = json_encode($data, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    $json = preg_replace_callback('/^ +/m', fn (array $m): string => substr($m[0], strlen($m[0]) >> 1), $json);
    $json = preg_replace_callback(
        '/[^\x20-\x7e\n\p{Han}\x{3001}\x{ff0c}]/u',
        fn (array $m): string => $m[0] === "\x7f" ? '\u007f' : trim(json_encode($m[0]), '"'),
        $json,
    );
    file_put_contents($path, "$json\n");
}

$quickPayRequest = <<<'JSON'
{
    "MERORDERID": "20170926151023152438",
    "AMT": "1234",
    "NAME": "张三",
    "PHONENO": "13800138000",
    "CARDNO": "6222020000000000000",
    "CARDTYPE": "1",
    "ID_NO": "110101190001010000",
    "EXPDATE": "01117",
    "CVN2": "344",
    "NOTIFY_URL": "http://ib.fxclouds.com/Notify/MerPay_notify_url",
    "RANDSTR": "123456"
  }
JSON;
$quickPayReply = <<<'JSON'
{
    "AMT": "1234",
    "LIST_ID": "100000001467",
    "MERORDERID": "123",
    "MER_ID": "001100098147733",
    "NOTIFY_DATE": "20171122090622",
    "PAY_DATE": "20171122090622",
    "STATUS": "1"
  }
JSON;
$scanPayBody = "{\n    \"AMT\":\"1\",\n    \"RANDSTR\":\"1\",\n    \"MERORDER\":\"1\",\n  }";
$everyControl = implode('', array_map(fn (int $code): string => sprintf('\u%04X', $code), range(0, 31)));

write_json("$target/mmsp-signature.json", [
    'description' => 'MD5 signatures of MMSP bodies: sign = UPPERHEX(MD5(canonical + "&key=" + key))',
    'vectors' => array_merge(
        mmsp_vector(
            'quick-pay request',
            '[M] quick pay 3.1, sample of a request, personal data replaced; EXPDATE has five digits in print',
            $quickPayRequest,
        ),
        mmsp_vector(
            'quick-pay reply',
            '[M] quick pay 3.1, sample of a reply; its printed signature lost a digit',
            $quickPayReply,
            'D58ABAE5B3DED6F5C323777D28DB0B5',
        ),
        mmsp_vector(
            'quick-pay SMS resend reply',
            '[M] quick pay 5.11.3, sample of a reply',
            '{"STATUS":"1","LIST_ID":"10000004985"}',
        ),
        mmsp_vector(
            'scan-pay body, mended',
            '[M] scan pay 3.1, sample of a request, without the comma that print puts after the last member',
            '{"AMT":"1","RANDSTR":"1","MERORDER":"1"}',
        ),
        mmsp_vector(
            'number stays a number',
            'made here after the notification fields of [M]',
            '{"STATUS":"1","PUSH_COUNT":8,"LIST_ID":"10000004985"}',
        ),
        mmsp_vector(
            'string stays a string',
            'made here after the notification fields of [M]',
            '{"STATUS":"1","PUSH_COUNT":"8","LIST_ID":"10000004985"}',
        ),
        mmsp_vector(
            'nested members keep their order',
            'made here after [M] quick pay 5.9.3',
            '{"TOTAL_NUM":"2","BIZ_CONTENT":[{"STATUS":"1","LIST_ID":"1","AMT":"100"},{"STATUS":"1","AMT":"7"}],"PAGE":"1"}',
        ),
        mmsp_vector(
            'Chinese and slashes, escaped',
            'made here: one meaning in two spellings',
            '{"URL":"http:\/\/www.abc.com\/a\/b","BANK_NAME":"\u62db\u5546\u94f6\u884C"}',
        ),
        mmsp_vector(
            'Chinese and slashes, raw',
            'made here: one meaning in two spellings',
            '{ "BANK_NAME" : "招商银行", "URL" : "http://www.abc.com/a/b" }',
        ),
        mmsp_vector(
            'every control character',
            'made here',
            "{\"CONTROLS\":\"$everyControl\u{7f}\u{80}\u{2028}\u{2029}\",\"NAME\\n\":\"\\\"\\\\\"}",
        ),
        mmsp_vector(
            'beyond the basic plane',
            'made here: byte order puts U+E000 before U+10000, UTF-16 order does not',
            "{\"\u{10000}\":\"\\ud83d\\ude00\",\"\u{e000}\":\"\u{1f600}\"}",
        ),
        mmsp_vector(
            'numbers as written',
            'made here',
            '{"a":1.0,"b":1.10,"c":-0,"d":1E5,"e":1e+05,"f":0.000,"g":20171225100000041240,"h":[-0.0,1E400]}',
        ),
        mmsp_vector(
            'empty values',
            'made here',
            '{"b":"","c":{},"a":[],"":null,"d":[{},[],""],"A":true,"B":false}',
        ),
        mmsp_vector('names that look like integers', 'made here', '{"10":"a","9":"b","1":"c","0":"d","-1":"e"}'),
        mmsp_vector('empty body', 'made here', '{}'),
    ),
    'refused' => [
        ['name' => 'scan-pay body', 'origin' => '[M] scan pay 3.1: a comma after the last member', 'body' => $scanPayBody],
        ['name' => 'general refusal', 'origin' => '[M] quick pay 3.1, reply 32768: a body without members', 'body' => '""'],
        ['name' => 'lone high surrogate', 'origin' => 'made here', 'body' => '{"a":"\ud800"}'],
        ['name' => 'lone low surrogate', 'origin' => 'made here', 'body' => '{"a":"\udc00\ud800"}'],
        ['name' => 'list', 'origin' => 'made here', 'body' => '[]'],
        ['name' => 'raw control character', 'origin' => 'made here', 'body' => "{\"a\":\"\n\"}"],
    ],
]);

$transitRequest = [
    'mch_id' => '10000098',
    'sub_mch_id' => '10000100',
    'appid' => 'wxcbda96de0b165486',
    'nonce_str' => '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    'sign_type' => 'HMAC-SHA256',
    'sign' => 'EE088059BBC9141264F8D14293AD6C4BB94CEA8C08AA98FBF93E262D445F8FF5',
    'body' => '地铁代扣',
    'out_trade_no' => '217752501201407033233368018',
    'total_fee' => '888',
    'spbill_create_ip' => '8.8.8.8',
    'notify_url' => 'http://yoursite.com/wxpay.html',
    'trade_type' => 'PAP',
    'contract_id' => 'Wx15463511252015071056489715',
    'trade_scene' => 'METRO',
    'scene_info' => '{"scene_info":{"start_time":"20170826114339","end_time":"20170826114339",'
        . '"qrcode_hash":"a437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6",'
        . '"start_station":"西单","end_station":"天安门西"}}',
    'version' => '2.0',
];
$transitReply = [
    'return_code' => 'SUCCESS',
    'return_msg' => 'OK',
    'appid' => 'wxcbda96de0b165486',
    'mch_id' => '10000098',
    'sub_mch_id' => '10000100',
    'nonce_str' => 'IITRi8Iabbblz1Jc',
    'sign' => 'EE088059BBC9141264F8D14293AD6C4BB94CEA8C08AA98FBF93E262D445F8FF5',
    'result_code' => 'SUCCESS',
];
$placeholder = 'its printed sign is a placeholder; signatures computed by the PHP oracle under the key of the official example';

$official = wechat_vector(
    'official example',
    'WeChat Pay v2 documentation, example of the signature algorithm; signatures as published',
    [
        'nonce_str' => 'ibuaiVcKdpRxkhJA',
        'appid' => 'wxd930ea5d5a258f4f',
        'body' => 'test',
        'device_info' => '1000',
        'mch_id' => '10000100',
    ],
);
$published = [
    'canonical' => 'appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100&nonce_str=ibuaiVcKdpRxkhJA',
    'md5' => '9A0A8659F005D6984697E2CA0A9CF3B7',
    'hmacSha256' => '6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6',
];
if (array_intersect_key($official, $published) !== $published) {
    throw new LogicException('the PHP oracle does not reproduce the official example');
}

write_json("$target/wechat-signature.json", [
    'description' => 'Signatures of WeChat Pay v2 fields: UPPERHEX(hash(canonical + "&key=" + key))',
    'vectors' => [
        $official,
        wechat_vector('transit deduction request', "[W] sample of a request; $placeholder", $transitRequest),
        wechat_vector('transit deduction reply', "[W] sample of a reply; $placeholder", $transitReply),
        wechat_vector(
            'empty values, case and raw text',
            'made here; computed by the PHP oracle',
            ['b' => '', 'B' => 'a b', 'a_' => '&=', 'a' => '0', 'aB' => '中', 'SIGN' => 'kept', 'sign' => 'left out'],
        ),
    ],
    'refusedXml' => [
        [
            'name' => 'transit deduction request',
            'origin' => '[W] sample of a request, without its line numbers: the end tag of scene_info holds a space',
            'xml' => "<xml>\n<mch_id>10000098</mch_id>\n<scene_info>{}</ scene_info>\n<version>2.0</version>\n</xml>",
        ],
        [
            'name' => 'transit deduction reply',
            'origin' => '[W] sample of a reply, without its line numbers: the last end tag holds a space',
            'xml' => "<xml>\n<return_code><![CDATA[SUCCESS]]></return_code>\n<return_msg><![CDATA[OK]]></return_msg>\n< /xml>",
        ],
    ],
]);

$payout = <<<'JSON'
{
  "CMDID": "4097",
  "VERSION": "1.0",
  "MERNO": "001100052346700",
  "ORDERNO": "20171121170001",
  "REQTIME": "20171123181110",
  "AMT": "100",
  "BUSIYPE": "001",
  "ACCNAME": "姓名",
  "ACCNO": "卡号",
  "PAYTYPE": "1",
  "ACCTYPE": "0",
  "MOBILE": "手机号",
  "BANKNAME": "银行名称",
  "BANKSETTLENO": "支行联行号",
  "BANKBRANCHNAME": "支行名称",
  "MEMO": "代付",
  "IDCARD": "身份证",
  "BANKPROV": "开户省",
  "BANKCITY": "开户市"
}
JSON;
$payoutQuery = <<<'JSON'
{
  "CMDID": "4098",
  "VERSION": "1.0",
  "MERNO": "001100052346700",
  "ORDERNO": "20171121170001",
  "REQTIME": "20171120111410",
  "QRYTYPE": "1"
}
JSON;
$balanceQuery = <<<'JSON'
{
  "CMDID": "4099",
  "VERSION": "1.0",
  "MERNNO": "001100052346700",
  "ORDERNO": "20171120111410001",
  "REQTIME": "20171120111410",
  "QRYTYPE": "1"
}
JSON;

write_json("$target/mmsp-payout.json", [
    'description' => 'MMSP payout texts: encrypt = RSAES-PKCS1-v1_5 in pieces, sign = SHA1withRSA, both base64',
    'vectors' => [
        payout_vector('payout request', '[M] payout 5.1.4, sample of a request', $payout, 117),
        payout_vector('payout query', '[M] payout 5.2.4, sample of a request', $payoutQuery, 117),
        payout_vector('balance query', '[M] payout 5.3.4, sample of a request', $balanceQuery, 117),
        payout_vector('64-byte pieces', '[M] payout 5.1.4, sample of a request; pieces of another length', $payout, 64),
        payout_vector('characters across blocks', 'made here', str_repeat('代付', 40), 116),
    ],
]);
