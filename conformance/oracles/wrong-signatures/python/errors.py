"""Errors that a program in Python makes: which step it gets wrong, and how. The name says what the code does."""

import base64
import hashlib
import hmac
import html
import json
from urllib.parse import quote, quote_plus, unquote, urlencode

from signing import hmac_sha256, md5


def texts(change):
    return lambda fields: {name: change(value) if isinstance(value, str) else value for name, value in fields.items()}


BOTH = {
    "not_sorted": {"sort": lambda fields: fields},
    "sorted_ignoring_case": {"sort": lambda fields: dict(sorted(fields.items(), key=lambda item: item[0].lower()))},
    "sorted_downwards": {"sort": lambda fields: dict(sorted(fields.items(), reverse=True))},
    "key_missing": {"append": lambda text, key: text},
    "key_is_none": {"append": lambda text, key: f"{text}&key={None}"},
    "key_without_prefix": {"append": lambda text, key: text + key},
    "prefix_in_capitals": {"append": lambda text, key: f"{text}&KEY={key}"},
    "key_first": {"append": lambda text, key: key + text},
    "newline_after_key": {"key": lambda key: key + "\n"},
    "space_after_key": {"key": lambda key: key + " "},
    "key_in_capitals": {"key": str.upper},
    "key_with_byte_order_mark": {"key": lambda key: "\ufeff" + key},
    "key_digested": {"key": lambda key: hashlib.md5(key.encode()).hexdigest()},
    "gbk": {"bytes": lambda text: text.encode("gbk")},
    "utf16": {"bytes": lambda text: text.encode("utf-16-le")},
    "question_marks": {"bytes": lambda text: text.encode("latin-1", "replace")},
    "non_ascii_ignored": {"bytes": lambda text: text.encode("ascii", "ignore")},
    "byte_order_mark": {"bytes": lambda text: text.encode("utf-8-sig")},
    "sha1": {"hash": lambda data, key: hashlib.sha1(data).hexdigest()},
    "sha256": {"hash": lambda data, key: hashlib.sha256(data).hexdigest()},
    "hmac_md5": {"hash": lambda data, key: hmac.new(key.encode(), data, hashlib.md5).hexdigest()},
    "signature_lower_case": {"print": str},
    "signature_base64": {"print": lambda digest: base64.b64encode(bytes.fromhex(digest)).decode()},
    "signature_without_leading_zeros": {"print": lambda digest: f"{int(digest, 16):X}"},
    "bytes_without_leading_zeros": {"print": lambda digest: "".join(f"{byte:X}" for byte in bytes.fromhex(digest))},
    "text_quoted": {"wrap": quote},
    "text_quoted_plus": {"wrap": quote_plus},
    "text_html_escaped": {"wrap": html.escape},
    "spaces_removed": {"wrap": lambda text: text.replace(" ", "")},
}

MMSP = {
    **BOTH,
    "python_json_dumps": {"encode": json.dumps},
    "python_json_dumps_readable": {"encode": lambda body: json.dumps(body, ensure_ascii=False)},
    "slashes_unescaped": {"encode": lambda body: json.dumps(body, ensure_ascii=False, separators=(",", ":"))},
    "indented": {"encode": lambda body: json.dumps(body, ensure_ascii=False, indent=2).replace("/", "\\/")},
    "unicode_escaped": {"encode": lambda body: json.dumps(body, separators=(",", ":")).replace("/", "\\/")},
    "slashes_escaped_twice": {"encode": lambda body: json.dumps(body, ensure_ascii=False, separators=(",", ":")).replace("/", "\\\\/")},
    "str_of_dict": {"encode": str},
    "form_urlencoded": {"encode": urlencode},
    "query_instead_of_json": {"encode": lambda body: "&".join(f"{name}={value}" for name, value in body.items())},
    "only_values": {"encode": lambda body: "".join(str(value) for value in body.values())},
    "encoded_twice": {"wrap": lambda text: json.dumps(text, ensure_ascii=False)},
    "falsy_fields_left_out": {"clean": lambda body: {name: value for name, value in body.items() if value}},
    "none_left_out": {"clean": lambda body: {name: value for name, value in body.items() if value is not None}},
    "everything_str": {"values": lambda body: {name: value if isinstance(value, list) else str(value) for name, value in body.items()}},
    "digits_as_int": {"values": texts(lambda text: int(text) if text.isdigit() else text)},
    "values_stripped": {"values": texts(str.strip)},
    "values_unquoted": {"values": texts(unquote)},
    "values_percent_encoded": {"values": texts(quote)},
    "hmac_sha256": {"hash": hmac_sha256},
    "order_number_sent_with_space": {"field": "MERORDERID", "after": lambda body: {**body, "MERORDERID": body["MERORDERID"] + " "}},
    "amount_sent_in_fen": {"field": "AMT", "after": lambda body: {**body, "AMT": str(int(body["AMT"]) * 100)}},
    "amount_in_yuan_when_signed": {"field": "AMT", "prepare": lambda body: {**body, "AMT": f"{int(body['AMT']) / 100:.2f}"}},
    "amount_with_thousands_separators": {"field": "AMT", "prepare": lambda body: {**body, "AMT": f"{int(body['AMT']):,}"}},
    "jump_url_set_after_signing": {"field": "JUMP_URL", "prepare": lambda body: {name: value for name, value in body.items() if name != "JUMP_URL"}},
    "nonce_added_afterwards": {"field": "RANDSTR", "prepare": lambda body: {name: value for name, value in body.items() if name != "RANDSTR"}},
    "empty_fields_dropped_afterwards": {"after": lambda body: {name: value for name, value in body.items() if value != ""}},
}

WECHAT = {
    **BOTH,
    "sign_type_left_out": {"prepare": lambda fields: {name: value for name, value in fields.items() if name != "sign_type"}},
    "sign_type_not_sent": {"after": lambda fields: {name: value for name, value in fields.items() if name != "sign_type"}},
    "empty_fields_signed": {"clean": lambda fields: {name: value for name, value in fields.items() if name != "sign"}},
    "empty_fields_as_none": {"clean": lambda fields: {name: value or str(None) for name, value in fields.items() if name != "sign"}},
    "nonce_set_after_signing": {"field": "nonce_str", "prepare": lambda fields: {name: value for name, value in fields.items() if name != "nonce_str"}},
    "fee_in_yuan_when_signed": {"field": "total_fee", "prepare": lambda fields: {**fields, "total_fee": f"{int(fields['total_fee']) / 100:.2f}"}},
    "sub_merchant_left_out": {"prepare": lambda fields: {name: value for name, value in fields.items() if not name.startswith("sub_")}},
    "values_percent_encoded": {"values": texts(quote)},
    "white_space_removed_from_values": {"values": texts(lambda text: "".join(text.split()))},
    "form_urlencoded": {"encode": urlencode},
    "xml_escaped_values": {"values": texts(lambda text: html.escape(text, quote=False))},
    "scene_dumped_again": {"field": "scene_info", "prepare": lambda fields: {**fields, "scene_info": json.dumps(json.loads(fields["scene_info"]))}},
    "scene_dumped_readable": {"field": "scene_info", "prepare": lambda fields: {**fields, "scene_info": json.dumps(json.loads(fields["scene_info"]), ensure_ascii=False)}},
    "scene_sorted": {"field": "scene_info", "prepare": lambda fields: {**fields, "scene_info": json.dumps(json.loads(fields["scene_info"]), ensure_ascii=False, separators=(",", ":"), sort_keys=True)}},
    "scene_unwrapped": {"field": "scene_info", "prepare": lambda fields: {**fields, "scene_info": json.dumps(json.loads(fields["scene_info"])["scene_info"], ensure_ascii=False)}},
    "md5_instead": {"hash": md5, "only": "HMAC-SHA256"},
    "hmac_instead": {"hash": hmac_sha256, "only": "MD5"},
    "hmac_of_text_alone": {"append": lambda text, key: text, "hash": hmac_sha256, "only": "HMAC-SHA256"},
    "fee_sent_in_fen": {"field": "total_fee", "after": lambda fields: {**fields, "total_fee": str(int(fields["total_fee"]) * 100)}},
    "json_instead": {"encode": lambda fields: json.dumps(fields, ensure_ascii=False)},
}
