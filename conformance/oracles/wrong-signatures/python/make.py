"""
Commits errors, one or two at a time, on the sample messages, and prints what comes of it as JSON.

    python3 conformance/oracles/wrong-signatures/python/make.py
"""

import hashlib
import itertools
import json
import pathlib

import errors
import signing

SAMPLES = json.loads((pathlib.Path(__file__).parent.parent / "messages.json").read_text("utf-8"))

def commit(platform, sample, names, table):
    """The wrong signature in its message; None where nothing is wrong with it after all."""
    fields = sample.get("body") or sample["fields"]
    keys = SAMPLES["keys"]
    key = keys["mmspAgent" if sample.get("agent") else "mmspMerchant"] if platform == "mmsp" else keys["wechat"]
    right = dict(signing.MMSP if platform == "mmsp" else signing.WECHAT)
    if sample.get("signType") == "HMAC-SHA256":
        right["hash"] = signing.hmac_sha256
    steps = together(names, table, sample)
    if steps is None:
        return None
    try:
        sent = signing.through(steps.get("after", ()), fields)
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


def together(names, table, sample):
    """The steps of some errors; None where one cannot be made there, or contradicts another."""
    steps = {}
    for name in names:
        error = table[name]
        if error.get("only", sample.get("signType")) != sample.get("signType"):
            return None
        for step, code in error.items():
            if step in signing.CHAINS:
                steps.setdefault(step, []).append(code)
            elif step in signing.MMSP:
                if step in steps:
                    return None
                steps[step] = code
    return steps


PARTNERS = 2


def chosen():
    """Every error on two samples; then each with two others of all those that it does not contradict, by lot."""
    for platform, table in (("mmsp", errors.MMSP), ("wechat", errors.WECHAT)):
        samples = [sample for sample in SAMPLES[platform] if "bare" not in sample]
        turn = itertools.count()
        for name in table:
            yield from itertools.islice(made(platform, samples, (name,), table, turn), 2)
        partners = {name: [] for name in table}
        for one in table:
            others = [name for name in table if name != one and name not in partners[one]]
            others.sort(key=lambda name: (len(partners[name]), hashlib.md5(f"{one} {name}".encode()).digest()))
            for other in others:
                if len(partners[one]) >= PARTNERS:
                    break
                both = itertools.chain.from_iterable(
                    made(platform, samples, names, table, turn) for names in ((one, other), (other, one))
                )
                vector = next(both, None)
                if vector is not None:
                    partners[one].append(other)
                    partners[other].append(one)
                    yield vector


def made(platform, samples, names, table, turn):
    """On the samples in turn, where all errors show."""
    for _ in samples:
        sample = samples[next(turn) % len(samples)]
        vector = commit(platform, sample, names, table)
        if vector is not None and all(shows(platform, sample, names, without, table, vector) for without in names):
            yield vector


def shows(platform, sample, names, without, table, vector):
    """Whether the signature is another when one of the errors is not made."""
    others = tuple(name for name in names if name != without)
    if not others:
        return True
    alone = commit(platform, sample, others, table)
    return alone is not None and (alone["message"], alone.get("signature")) != (vector["message"], vector.get("signature"))


if __name__ == "__main__":
    print(json.dumps(list(chosen()), ensure_ascii=True))
