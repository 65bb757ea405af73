#!/usr/bin/env python3
"""Checks what came over the wire.

check.py completion FILE   an answer to the completion that run.sh asks for by hand
check.py summary FILE      the summary that `collegium run --json` prints
check.py decided FILE HOURS   the same of a run with a small chat model: that it lasted so many hours, and that nine in ten
                           thoughts were decided by the model
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


def decided(text, hours):
    whole = last_object(text)
    if whole is None or not isinstance(whole.get("model"), dict):
        fail(f"found {text[:200]!r}; expected the JSON summary of a run with a model")
    model = whole["model"]
    shown = {name: model[name] for name in (
        "requests", "calls", "ok", "repaired", "fallback", "repairs", "put_aside", "errors", "tokens_in", "tokens_out",
        "tokens_per_agent_day",
    )}
    print(json.dumps(shown, indent=2))
    for purpose, sums in model["purposes"].items():
        times = sums["milliseconds"]
        print(f"{purpose:<12}{sums['requests']:>5} asked, {100 * sums['decided_share']:.0f} % decided by the model, "
              f"p50 {times['p50']} ms, longest {times['longest']} ms")
    lived = whole["simulated_seconds"]
    if lived < float(hours) * 3600:
        fail(f"the run stalled: {lived} simulated seconds of {hours} hours")
    if model["requests"] <= 0:
        fail("nothing was asked; expected some thoughts")
    share = model["decided_share"]
    print(f"decided by the model: {100 * share:.1f} % of {model['requests']} thoughts; {lived / 3600:.1f} hours in "
          f"{whole['wall_seconds']:.0f} s")
    if share < 0.9:
        fail(f"{100 * share:.1f} % of the thoughts were decided by the model; expected 90 % or more")


if __name__ == "__main__":
    checks = {"completion": (completion, 1), "summary": (summary, 1), "decided": (decided, 2)}
    check, values = checks.get(sys.argv[1] if len(sys.argv) > 1 else "", (None, 0))
    if check is None or len(sys.argv) != 2 + values:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as file:
        check(file.read(), *sys.argv[3:])
