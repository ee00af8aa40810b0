"""
How a merchant's program in Python makes a signature, step by step. A snippet that gets it wrong replaces a step, or adds
something to one; what it leaves alone is right.
"""

import hashlib
import hmac
import json
from xml.sax.saxutils import escape


def keep(value):
    return value


def as_sorted(fields):
    return dict(sorted(fields.items()))


def as_json(fields):
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).replace("/", "\\/")


def as_query(fields):
    return "&".join(f"{name}={value}" for name, value in fields.items())


def without_sign_and_empty(fields):
    return {name: value for name, value in fields.items() if name != "sign" and value != ""}


def md5(data, key):
    return hashlib.md5(data).hexdigest()


def hmac_sha256(data, key):
    return hmac.new(key.encode(), data, hashlib.sha256).hexdigest()


# Steps that are done in one way: two snippets that get the same one wrong contradict each other.
MMSP = {
    "clean": keep,
    "sort": as_sorted,
    "encode": as_json,
    "append": lambda text, key: f"{text}&key={key}",
    "bytes": lambda text: text.encode("utf-8"),
    "hash": md5,
    "print": str.upper,
}
WECHAT = {**MMSP, "clean": without_sign_and_empty, "encode": as_query}
# Steps to which each snippet adds something, one after the other.
CHAINS = ("prepare", "values", "wrap", "key", "after")


def through(chain, value):
    for change in chain:
        value = change(value)
    return value


def signature(steps, fields, key):
    fields = steps["clean"](through(steps.get("prepare", ()), fields))
    fields = steps["sort"](through(steps.get("values", ()), fields))
    text = through(steps.get("wrap", ()), steps["encode"](fields))
    key = through(steps.get("key", ()), key)
    return steps["print"](steps["hash"](steps["bytes"](steps["append"](text, key)), key))


def envelope(header, body, sign):
    return json.dumps({**header, "Body": body, "Sign": sign}, ensure_ascii=False)


def xml(fields):
    """Everything escaped, no CDATA."""
    return "<xml>\n" + "".join(f"  <{name}>{escape(value)}</{name}>\n" for name, value in fields.items()) + "</xml>"
