"""Vectors of words out of MiniLM, for the table "vectors" of the reader.

    python extract/nlp/models/train/vectors.py --minilm FOLDER --data ../shared/data --out vectors.npz

A word's vector is what MiniLM says about it alone: the mean over its pieces of
the embeddings and of two layers, brought down to 64 numbers by principal
components. The words are MiniLM's own whole words, those of the training texts
and names of places and people. Only the texts are read, no label.
"""

import argparse
import collections
import csv
import gzip
import io
import os

import numpy as np
import torch

import data
from features import VECTOR, hash32, norm
from teacher import LAYERS, WIDTH, Encoder
from wordpiece import FIRST, LAST, WordPiece

LOOK = [3, LAYERS]  # the layers that are read besides the embeddings


def words_of(root, vocabulary, limit):
    """The most useful limit words, as norm() spells them."""
    count = collections.Counter()
    train, silver, _ = data.load(root)
    for s in train + silver:
        count.update(norm(w) for w in s["words"])
    seen = {w for w, n in count.items() if n >= 2}
    whole = [w for w in vocabulary if w.isalpha() and w.isascii() and len(w) > 1]
    out = dict.fromkeys(w for w, _ in count.most_common() if w in seen)
    out.update(dict.fromkeys(norm(w) for w in whole))
    out.update(dict.fromkeys(names(root)))
    return list(out)[:limit]


def names(root):
    read = lambda name: gzip.open(os.path.join(root, "gazetteers", name), "rt", encoding="utf-8-sig")
    with read("geonames-cities15000.txt.gz") as f:
        cities = sorted((line.split("\t") for line in f), key=lambda c: -int(c[14] or 0))
    for c in cities:
        if int(c[14] or 0) >= 100000:
            yield from (norm(w) for w in c[2].replace("-", " ").split() if len(w) > 2)
    for name, column in (("common-forenames-by-country.csv.gz", "Romanized Name"), ("common-surnames-by-country.csv.gz", "Localized Name")):
        with read(name) as f:
            for row in csv.DictReader(io.StringIO(f.read())):
                yield from (norm(w) for w in row[column].split() if w.isascii() and len(w) > 2)


@torch.no_grad()
def contextless(encoder, piece, words):
    """[words, (1 + len(LOOK)) * WIDTH]"""
    out = torch.zeros(len(words), (1 + len(LOOK)) * WIDTH)
    order = sorted(range(len(words)), key=lambda i: len(piece(words[i])))
    for first in range(0, len(order), 256):
        part = order[first : first + 256]
        rows = [[FIRST] + piece(words[i]) + [LAST] for i in part]
        width = max(len(r) for r in rows)
        ids = torch.tensor([r + [0] * (width - len(r)) for r in rows])
        mask = ids != 0
        with torch.autocast("cpu", dtype=torch.bfloat16):
            layers = encoder(ids, mask)
        inner = mask & (ids != FIRST) & (ids != LAST)
        m = inner[..., None].float()
        looked = [encoder.words[ids]] + [layers[i].float() for i in LOOK]
        out[part] = torch.cat([(l * m).sum(1) / m.sum(1) for l in looked], -1)
    return out


def reduce(x, size):
    """Each block to unit variance as a whole, then principal components."""
    blocks = [b - b.mean(0) for b in x.split(WIDTH, 1)]
    x = torch.cat([b / b.pow(2).sum(1).mean().sqrt() for b in blocks], 1)
    _, _, v = torch.pca_lowrank(x, size + 32, center=False, niter=4)
    y = x @ v[:, :size]
    # Half way to equal variance: small components count, but less.
    return y / y.std(0).sqrt()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--minilm", required=True)
    p.add_argument("--data", default="../shared/data")
    p.add_argument("--out", default="vectors.npz")
    p.add_argument("--words", type=int, default=46000)
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    piece = WordPiece(a.minilm + "/vocab.txt")
    words = words_of(a.data, piece.index, a.words)
    by_hash = {}
    for w in words:
        by_hash.setdefault(hash32(w), w)  # of two words with one hash the more frequent stays
    words = list(by_hash.values())
    y = reduce(contextless(Encoder(a.minilm + "/model.safetensors").eval(), piece, words), VECTOR)
    y = y / y.pow(2).mean().sqrt()
    for w in ("tehran", "killed", "bomber", "senator", "merkel", "quickly", "beautiful"):
        if w in words:
            i = words.index(w)
            near = torch.cosine_similarity(y[i : i + 1], y).topk(8).indices
            print(" ".join(words[j] for j in near))
    order = sorted(range(len(words)), key=lambda i: hash32(words[i]))
    np.savez(a.out, keys=np.array([hash32(words[i]) for i in order], np.uint32), vectors=y[order].half().numpy())
    print(len(words), "words")


if __name__ == "__main__":
    main()
