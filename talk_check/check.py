#!/usr/bin/env python3
"""How well the lines of a save's talks hang together, by a small language model, and how often whole lines come again.

For lines with at least three before them: is the true line likelier after those three than a line of another talk at the same turn? The
likelihood is the mean log-probability of a line's tokens. See README.md.

Usage: check.py SAVE.campus MODEL.gguf [--pairs 200] [--seed 7] [--threads 2]
"""

import argparse
import random
import re
import sqlite3
import sys

BEFORE = 3


def talks(save):
    """The talks of a save: for each a list of (speaker, addressee, words), people by their first names."""
    base = sqlite3.connect(f"file:{save}?mode=ro", uri=True)
    names = {number: name.split()[0] for number, name in base.execute("SELECT id, name FROM people")}
    found = {}
    for talk, speaker, to, text in base.execute("SELECT conversation, speaker, addressee, text FROM lines ORDER BY conversation, n"):
        found.setdefault(talk, []).append((names[speaker], names[to], text))
    return [found[number] for number in sorted(found)]


def repeats(every):
    """The share of lines that were said word for word before."""
    said, again = set(), 0
    lines = [text for talk in every for _, _, text in talk]
    for text in lines:
        again += text in said
        said.add(text)
    return len(lines), again / max(len(lines), 1)


def renamed(line, like):
    """A line of another talk with the names of this one's speaker and listener, so that no name gives it away."""
    (speaker, to, text), (other_speaker, other_to, _) = line, like
    swap = {speaker: other_speaker, to: other_to}
    return re.sub("|".join(map(re.escape, swap)), lambda found: swap[found.group()], text)


def pairs(every, count, seed):
    """(context, true line, line of another talk at the same turn, the same with names changed), drawn by the seed."""
    dice = random.Random(seed)
    places = [(t, n) for t, talk in enumerate(every) for n in range(BEFORE, len(talk))]
    dice.shuffle(places)
    for t, n in places[:count]:
        others = [o for o, talk in enumerate(every) if o != t and len(talk) > n]
        if not others:
            continue
        other, true = every[dice.choice(others)][n], every[t][n]
        before = [f"{speaker}: {text}" for speaker, _, text in every[t][n - BEFORE:n]]
        yield "\n".join([*before, f"{true[0]}:"]), true[2], other[2], renamed(other, true)


class Model:
    """The likelihoods of a GGUF model."""

    def __init__(self, path, threads):
        import llama_cpp
        self.llama = llama_cpp.Llama(path, n_ctx=1024, n_batch=1024, logits_all=True, n_threads=threads, verbose=False)

    def likelihoods(self, context, lines):
        """The mean log-probability of each line's tokens after a context, which is read once."""
        import numpy
        head = self.llama.tokenize(context.encode(), add_bos=True)
        self.llama.reset()
        self.llama.eval(head)
        found = []
        for line in lines:
            tail = self.llama.tokenize(f" {line}".encode(), add_bos=False)
            # What was read of the line before is dropped.
            self.llama.n_tokens = len(head)
            self.llama.eval(tail)
            logits = numpy.array(self.llama.scores[len(head) - 1:len(head) + len(tail) - 1])
            top = logits.max(axis=1, keepdims=True)
            sums = top[:, 0] + numpy.log(numpy.exp(logits - top).sum(axis=1))
            found.append(float((logits[numpy.arange(len(tail)), tail] - sums).mean()))
        return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("save")
    parser.add_argument("model")
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--show", type=int, default=0, help="print so many pairs in which the other line is likelier")
    options = parser.parse_args()
    every = talks(options.save)
    lines, again = repeats(every)
    print(f"{len(every)} talks, {lines} lines, {100 * again:.1f} % of them said before word for word")
    model = Model(options.model, options.threads)
    total = wins = strict = 0
    gain = 0.0
    for context, true, other, same_names in pairs(every, options.pairs, options.seed):
        here, there, there_renamed = model.likelihoods(context, (true, other, same_names))
        total += 1
        wins += here > there
        strict += here > there_renamed
        gain += here - there
        if total % 10 == 0:
            print(f"  {total}: {100 * wins / total:.0f} %", file=sys.stderr, flush=True)
        if here <= there and total - wins <= options.show:
            print(f"{context} {true}\n   instead: {other}\n")
    if total < 150:
        sys.exit(f"only {total} pairs: the save is too short")
    print(f"{total} pairs: the true line is likelier in {100 * wins / total:.1f} %, by {gain / total:.2f} nats a token;")
    print(f"   with names changed so that they tell nothing, in {100 * strict / total:.1f} %")
    sys.exit(0 if wins / total >= 0.85 and again < 0.02 else 1)


if __name__ == "__main__":
    main()
