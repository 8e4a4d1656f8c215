"""Batches of sentences of similar length as tensors."""

import numpy as np
import torch

from augment import acronym, headline, hedge, recase
from features import MAX_GRAMS, TABLES, rows
from model import GUIDELINES

MAX_TRAIN_WORDS = 120  # a longer training sentence loses its end, and its tree


def batches(sents, words, rng):
    order = sorted(range(len(sents)), key=lambda i: len(sents[i]["words"]) + rng.random() * 4)
    out, batch, longest = [], [], 0
    for i in order:
        n = min(len(sents[i]["words"]), MAX_TRAIN_WORDS)
        if batch and (len(batch) + 1) * max(longest, n) > words:
            out.append(batch)
            batch, longest = [], 0
        batch.append(sents[i])
        longest = max(longest, n)
    out.append(batch)
    rng.shuffle(out)
    return out


def collate(sents, labels, rng=None):
    """rng: for training, varies the sentences and cuts long ones."""
    if rng:
        sents = [headline(hedge(acronym(s, rng), rng), rng) for s in sents]
    b, t = len(sents), min(max(len(s["words"]) for s in sents), MAX_TRAIN_WORDS if rng else 10**6)
    index = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}
    row = np.zeros((b, t, 2 * len(TABLES)), np.int64)
    gram = np.zeros((b, t, MAX_GRAMS), np.int64)
    count = np.zeros((b, t), np.int64)
    key = np.zeros((b, t), np.int64)
    gold = {k: np.full((b, t), -1, np.int64) for k in ("upos", "xpos", "heads", "deprels", "names")}
    mask = np.zeros((b, t), bool)
    spelled = []
    for i, s in enumerate(sents):
        words = (recase(s["words"], rng) if rng else s["words"])[:t]
        n = len(words)
        spelled.append(words)
        mask[i, :n] = True
        for j, w in enumerate(words):
            r, g, k = rows(w)
            row[i, j] = r
            gram[i, j, : len(g)] = g
            count[i, j], key[i, j] = len(g), k
        if "heads" in s:
            gold["upos"][i, :n] = [index["upos"].get(v, -1) for v in s["upos"][:n]]
            gold["xpos"][i, :n] = [index["xpos"].get(v, -1) for v in s["xpos"][:n]]
            gold["heads"][i, :n] = [h if h <= n else -1 for h in s["heads"][:n]]
            gold["deprels"][i, :n] = [index["deprel"].get(v, index["deprel"][v.split(":")[0]]) for v in s["deprels"][:n]]
        if "names" in s:
            gold["names"][i, :n] = [-1 if v is None else index["names"][v] for v in s["names"][:n]]
    guideline = [GUIDELINES.index(s["corpus"]) if "names" in s else -1 for s in sents]
    out = dict(rows=row, grams=gram, count=count, keys=key, mask=mask, **gold)
    out = {k: torch.from_numpy(v) for k, v in out.items()}
    out["words"] = spelled
    out["guideline"] = torch.tensor(guideline)
    out["soft"] = soften([s for s in sents if "soft" in s], t)
    out["has_soft"] = torch.tensor(["soft" in s for s in sents])
    out["has_tree"] = torch.tensor(["heads" in s for s in sents])
    return out


def soften(sents, t):
    """The teacher's probabilities of these sentences, zero beyond their ends."""
    out = {}
    for s in sents:
        for k, v in s["soft"].items():
            if k not in out:
                out[k] = torch.zeros((len(sents), t) + ((t + 1,) if k == "arcs" else v.shape[1:]), dtype=torch.int64 if k == "head" else torch.float32)
    for i, s in enumerate(sents):
        for k, v in s["soft"].items():
            out[k][i][tuple(slice(0, n) for n in v.shape)] = v
    return out
