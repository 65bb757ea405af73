#!/usr/bin/env python3
"""Checks what came over the wire.

check.py completion FILE   an answer to the completion that run.sh asks for by hand
check.py summary FILE      the summary that `collegium run --json` prints
"""

import json
import sys


def fail(message):
    sys.exit(f"wire: {message}")


def completion(text):
    answer = json.loads(text)
    choice = answer["choices"][0]
    value = json.loads(choice["message"]["content"])
    if value.get("tool") not in ("walk", "talk") or not isinstance(value.get("text"), str) or len(value["text"]) > 40:
        fail(f"found {value}; expected an answer that satisfies the schema")
    if answer["usage"]["completion_tokens"] <= 0:
        fail(f"found {answer['usage']}; expected tokens counted")
    print(json.dumps(value), json.dumps(answer["usage"]))


def last_object(text):
    """The last JSON object that begins a line; progress may come before it."""
    decoder = json.JSONDecoder()
    found = None
    place = 0
    for line in text.splitlines(keepends=True):
        if line.startswith("{"):
            try:
                found, _ = decoder.raw_decode(text, place)
            except ValueError:
                pass
        place += len(line)
    return found


def summary(text):
    whole = last_object(text)
    if whole is None:
        fail(f"found {text[:200]!r}; expected the JSON summary of a run")
    model = whole.get("model")
    if not isinstance(model, dict):
        fail(f"found the keys {sorted(whole)}; expected `model` in the summary")
    print(json.dumps(model, indent=2))
    number = lambda name: model[name] if isinstance(model.get(name), int) else 0
    calls, ok, repaired = number("calls"), number("ok"), number("repaired")
    if calls <= 0:
        fail(f"found {calls} calls; expected some")
    if ok + repaired <= 0:
        fail(f"found {ok} good and {repaired} repaired answers; expected some")
    print(f"{calls} calls, {ok} good at once, {repaired} repaired")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("completion", "summary"):
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as file:
        {"completion": completion, "summary": summary}[sys.argv[1]](file.read())
