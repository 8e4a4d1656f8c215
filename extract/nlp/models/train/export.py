"""Writes a trained model in the format of extract/nlp/neural (see its package
comment) and, with --features, the table that holds both sides' hashing together.

    python extract/nlp/models/train/export.py reader.pt extract/nlp/models/reader.bin --vectors vectors.npz
"""

import argparse
import hashlib
import json
import struct

import numpy as np
import torch

import model
from features import MAX_RUNES, TABLES, norm, rows, shape

FEATURE_WORDS = [
    "the", "The", "ISIS", "K", "", "a", "ab", "abc", "U.S.", "2024-03-23", "don’t", "“", "–", "naïve", "ÅNGSTRÖM", "İstanbul",
    "Крокус", "ΟΔΟΣ", "北京", "😀", "http://www.example.com/a/very/long/address/that/goes/on/and/on/for/more/than/sixty-four.html",
    "McDonald's", "al-Qaeda", "1,000.50", "ǅ", "ﬁ", "\u200b", "a\u0301", "AAAAAAbbbbbb111111", "\ufffd",
]


def quantize(w):
    w = np.asarray(w, np.float32)
    scale = np.abs(w).max(1).astype(np.float32) / np.float32(127)
    q = np.rint(w / np.where(scale == 0, 1, scale)[:, None]).clip(-127, 127).astype(np.int8)
    return q.tobytes() + scale.astype("<f4").tobytes()


def tensors(state, keys, guideline, layers):
    """(name, kind, matrix) in file order."""
    g = lambda k: state[k].float().numpy()
    row = lambda v: np.asarray(v, np.float32).reshape(1, -1)
    out = [(name, "i8", g(f"spelling.tables.{i}.weight")) for i, (name, _, _) in enumerate(TABLES)]
    out.append(("grams", "i8", g("spelling.grams.weight")))
    out.append(("vectorkeys", "u32", keys.reshape(1, -1)))
    out.append(("vectors", "i8", g("spelling.vectors")[1:]))  # row 0 is of words without

    def linear(name, key, weight=None, bias=None):
        out.append((name + ".w", "i8", g(key + ".weight") if weight is None else weight))
        out.append((name + ".b", "f32", row(g(key + ".bias") if bias is None else bias)))

    def layer_norm(name, key):
        out.append((name + ".gain", "f32", row(g(key + ".weight"))))
        out.append((name + ".bias", "f32", row(g(key + ".bias"))))

    linear("mix", "mix.linear")
    layer_norm("mixnorm", "mix_norm")
    for i in range(model.CONVS):
        linear(f"conv{i}", f"convs.{i}.linear")
        layer_norm(f"conv{i}.norm", f"conv_norms.{i}")
    for i in range(layers):
        key, w, b = f"attention.{i}", g(f"attention.{i}.qkv.weight").copy(), g(f"attention.{i}.qkv.bias").copy()
        scale = (model.WIDTH // model.HEADS) ** -0.5
        w[: model.WIDTH] *= scale
        b[: model.WIDTH] *= scale
        linear(f"attn{i}.qkv", key, w, b)
        linear(f"attn{i}.out", key + ".out")
        linear(f"attn{i}.feed", key + ".feed.linear")
        out.append((f"attn{i}.distance", "f32", g(key + ".distance")))
        layer_norm(f"attn{i}.norm1", key + ".norm1")
        layer_norm(f"attn{i}.norm2", key + ".norm2")
    layer_norm("lastnorm", "last_norm")
    linear("upos", "upos")
    linear("xpos", "xpos")
    by = g("names_by")
    extra = sum(part * by[model.GUIDELINES.index(name)] for name, part in guideline.items())
    linear("names", "names", g("names.weight") + extra, g("names.bias"))
    linear("mlp", "mlp")
    linear("arc", "arc")
    out.append(("label.w", "i8", g("label").reshape(-1, model.LABEL)))
    linear("labeldep", "label_dep")
    out.append(("labelhead.w", "i8", g("label_head.weight")))
    out.append(("arcroot", "f32", row(g("arc_root"))))
    out.append(("labelroot", "f32", row(g("label_root"))))
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("out")
    p.add_argument("--vectors", required=True, help="of vectors.py, as in training")
    p.add_argument("--guideline", default="uner=1", help="mix of the name guidelines, such as uner=0.7,gum=0.3")
    p.add_argument("--features", help="also write the feature table here")
    a = p.parse_args()
    c = torch.load(a.checkpoint, map_location="cpu")
    guideline = {k: float(v) for k, v in (part.split("=") for part in a.guideline.split(","))}
    layers = len({k.split(".")[1] for k in c["state"] if k.startswith("attention.")})
    parts = tensors(c["state"], np.load(a.vectors)["keys"], guideline, layers)
    dims = dict(width=model.WIDTH, pieces=model.PIECES, convs=model.CONVS, layers=layers, heads=model.HEADS)
    dims |= dict(distance=model.MAX_DISTANCE, arc=model.ARC, label=model.LABEL)
    header = dict(
        labels=c["labels"],
        dims=dims,
        tensors=[dict(name=n, kind=k, rows=w.shape[0], cols=w.shape[1]) for n, k, w in parts],
    )
    head = json.dumps(header, separators=(",", ":")).encode()
    data = b"CLREADER" + struct.pack("<II", 1, len(head)) + head
    data += b"".join(quantize(w) if k == "i8" else w.astype({"f32": "<f4", "u32": "<u4"}[k]).tobytes() for _, k, w in parts)
    with open(a.out, "wb") as f:
        f.write(data)
    print(f"{a.out}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}, epoch {c['epoch']}")
    if a.features:
        with open(a.features, "w", encoding="utf-8") as f:
            for w in FEATURE_WORDS:
                r, g, k = rows(w)
                f.write("\t".join([json.dumps(w), json.dumps(norm(w[:MAX_RUNES])), json.dumps(shape(w[:MAX_RUNES])), json.dumps(r + g + [k])]) + "\n")


if __name__ == "__main__":
    main()
