"""
Commits errors, one or two at a time, on the sample messages, and prints what comes of it as JSON.

    python3 conformance/oracles/wrong-signatures/python/make.py
"""

import json
import pathlib

import errors
import signing

SAMPLES = json.loads((pathlib.Path(__file__).parent.parent / "messages.json").read_text("utf-8"))

# Errors of different steps that come together in programs.
MMSP_PAIRS = [
    (one, other)
    for one in ["python_json_dumps", "python_json_dumps_readable", "slashes_unescaped", "str_of_dict", "falsy_fields_left_out", "digits_as_int"]
    for other in ["not_sorted", "key_missing", "key_without_prefix", "newline_after_key", "signature_lower_case", "gbk", "nonce_added_afterwards"]
]
WECHAT_PAIRS = [
    (one, other)
    for one in ["sign_type_left_out", "empty_fields_signed", "scene_dumped_again", "scene_sorted", "values_percent_encoded", "md5_instead"]
    for other in ["not_sorted", "key_missing", "key_without_prefix", "newline_after_key", "signature_lower_case", "gbk"]
]


def commit(platform, sample, names, table):
    """The wrong signature in its message; None where nothing is wrong with it after all."""
    fields = sample.get("body") or sample["fields"]
    keys = SAMPLES["keys"]
    key = keys["mmspAgent" if sample.get("agent") else "mmspMerchant"] if platform == "mmsp" else keys["wechat"]
    right = dict(signing.MMSP if platform == "mmsp" else signing.WECHAT)
    if sample.get("signType") == "HMAC-SHA256":
        right["hash"] = signing.hmac_sha256
    steps = {}
    for name in names:
        error = table[name]
        more = {step: code for step, code in error.items() if step not in ("field", "only")}
        if steps.keys() & more.keys() or error.get("only", sample.get("signType")) != sample.get("signType"):
            return None
        steps |= more
    try:
        sent = steps.get("after", signing.keep)(fields)
        sign = signing.signature({**right, **steps}, fields, key)
    except (KeyError, TypeError, ValueError):
        return None
    correct = signing.signature(right, sent, key)
    if sign == correct or (sample.get("received") and "after" in steps):
        return None
    write = signing.xml if platform == "wechat" else None
    shown = correct if sample.get("received") else sign
    vector = {
        "errors": [{"error": name} | ({"field": table[name]["field"]} if "field" in table[name] else {}) for name in names],
        "sample": sample["name"],
        "message": write({**sent, "sign": shown}) if write else signing.envelope(sample["header"], sent, shown),
    }
    if sample.get("received"):
        vector["signature"] = sign
    if platform == "mmsp":
        return vector | ({"agentKey": key} if sample.get("agent") else {"key": key})
    return vector | {"key": key, "signType": sample["signType"]}


def chosen():
    """Every error on two samples, each pair on the next sample in turn where both errors show."""
    for platform, table, pairs in (("mmsp", errors.MMSP, MMSP_PAIRS), ("wechat", errors.WECHAT, WECHAT_PAIRS)):
        samples = [sample for sample in SAMPLES[platform] if "bare" not in sample]
        at = 0
        for names, wanted in [((name,), 2) for name in table] + [(pair, 1) for pair in pairs]:
            made = 0
            for _ in samples:
                if made == wanted:
                    break
                sample = samples[at % len(samples)]
                at += 1
                vector = commit(platform, sample, names, table)
                if vector is not None and all(shows(platform, sample, names, without, table, vector) for without in names):
                    made += 1
                    yield vector


def shows(platform, sample, names, without, table, vector):
    """Whether the signature is another when one of the errors is not made."""
    others = tuple(name for name in names if name != without)
    if not others:
        return True
    alone = commit(platform, sample, others, table)
    return alone is None or (alone["message"], alone.get("signature")) != (vector["message"], vector.get("signature"))


if __name__ == "__main__":
    print(json.dumps(list(chosen()), ensure_ascii=True))
