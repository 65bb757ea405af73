#!/usr/bin/env python3
"""Writes a tiny llama model with random weights as a GGUF file, for testing the wire to llama.cpp.

What it says is noise; what counts is that a real server loads it, counts tokens, and binds its noise to a JSON schema.
The vocabulary is made here: <unk>, <s>, </s>, the 256 byte tokens, the printable ASCII characters, and word pieces, so that
a grammar can spell any JSON and prompts of English do not take a token per character.

Usage: make_tiny_gguf.py OUT.gguf [--context 32768] [--seed 1]
"""

import argparse

import gguf
import numpy as np

WORDS = """the and you are what with have this that from about today will your for was not but they she his her has had were been
would there their which when who how can could should time day week year morning evening lecture library seminar student professor
walk talk say think plan read write meet go to at in on of is it as be or by an we he me my so do if no up out one two some"""

LAYERS, WIDTH, HEADS, FEED = 2, 64, 4, 128


def vocabulary():
    """Tokens, scores and types of an SPM vocabulary."""
    plain, control, unknown, byte = (
        gguf.TokenType.NORMAL, gguf.TokenType.CONTROL, gguf.TokenType.UNKNOWN, gguf.TokenType.BYTE)
    entries = [("<unk>", 0.0, unknown), ("<s>", 0.0, control), ("</s>", 0.0, control)]
    entries += [(f"<0x{value:02X}>", 0.0, byte) for value in range(256)]
    seen = set()

    def add(piece, score):
        if piece not in seen:
            seen.add(piece)
            entries.append((piece, score, plain))

    # SPM joins the pair with the highest score first: longer pieces must be reachable through shorter ones.
    for piece in ["\u2581"] + [chr(code) for code in range(33, 127)]:
        add(piece, -1000.0)
    for word in WORDS.split():
        whole = "\u2581" + word
        for length in range(2, len(whole) + 1):
            add(whole[:length], -100.0 + length)
    return entries


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--context", type=int, default=32768)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    entries = vocabulary()
    size = len(entries)
    writer = gguf.GGUFWriter(arguments.out, "llama")
    writer.add_name("collegium-wire-tiny")
    writer.add_block_count(LAYERS)
    writer.add_context_length(arguments.context)
    writer.add_embedding_length(WIDTH)
    writer.add_feed_forward_length(FEED)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(size)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_tokenizer_model("llama")
    writer.add_token_list([token.encode("utf-8") for token, _, _ in entries])
    writer.add_token_scores([score for _, score, _ in entries])
    writer.add_token_types([int(kind) for _, _, kind in entries])
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    # The server looks for the template's last words in its grammar as they stand, without a space before them.
    writer.add_add_space_prefix(False)
    writer.add_chat_template(
        "{% for message in messages %}{{ message['role'] + ': ' + message['content'] + '\n' }}{% endfor %}"
        "{% if add_generation_prompt %}{{ 'assistant: ' }}{% endif %}")

    dice = np.random.default_rng(arguments.seed)

    def weights(*shape, scale=0.05):
        return (dice.standard_normal(shape) * scale).astype(np.float32)

    # Tensor shapes are rows first, as in numpy; GGUF turns them round by itself.
    embedding = weights(size, WIDTH, scale=1.0)
    embedding[:, -1] = 2.0
    writer.add_tensor("token_embd.weight", embedding)
    writer.add_tensor("output_norm.weight", np.ones(WIDTH, dtype=np.float32))
    # Noise has no reason to stop, so the ends of things are made likelier: where a grammar lets a string, a number, a list or the answer
    # end, it often does. The bias lies along the last dimension, which is about the same in every state.
    head = weights(size, WIDTH, scale=0.15)
    head[:, -1] = 0.0
    for place, (token, _, _) in enumerate(entries):
        if token == "</s>":
            head[place, -1] = 2.0
        elif token == '"':
            head[place, -1] = 1.5
        elif token in ("}", "]", ","):
            head[place, -1] = 1.0
        elif token.startswith("<0x"):
            # Bytes would spell broken UTF-8 most of the time.
            head[place, -1] = -3.0
    writer.add_tensor("output.weight", head)
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        writer.add_tensor(f"{block}.attn_norm.weight", np.ones(WIDTH, dtype=np.float32))
        for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
            writer.add_tensor(f"{block}.{part}.weight", weights(WIDTH, WIDTH))
        writer.add_tensor(f"{block}.ffn_norm.weight", np.ones(WIDTH, dtype=np.float32))
        writer.add_tensor(f"{block}.ffn_gate.weight", weights(FEED, WIDTH))
        writer.add_tensor(f"{block}.ffn_up.weight", weights(FEED, WIDTH))
        writer.add_tensor(f"{block}.ffn_down.weight", weights(WIDTH, FEED))

    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main()
