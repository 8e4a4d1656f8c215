"""Development figures in Python, greedy arcs. The figures that count are
measured in Go, with integer weights and trees (go test ./extract/nlp/neural -run Eval -v)."""

import random

import torch

from batches import batches, collate
from model import GUIDELINES


def spans(labels):
    """Exact spans; an ill-formed sequence is repaired as BIO."""
    out, start = set(), None
    for i, l in enumerate(labels):
        kind = l[2:]
        if l == "O" or l[0] in "BS" or (start is not None and labels[start][2:] != kind):
            start = None
        if l != "O":
            start = i if start is None else start
            if l[0] in "ES" or i + 1 == len(labels) or labels[i + 1][2:] != kind or labels[i + 1][0] in "BS":
                out.add((start, i, kind))
                start = None
    return out


@torch.no_grad()
def evaluate(net, sents, labels, guideline="uner"):
    net.eval()
    n = upos = xpos = uas = las = 0
    found = gold = right = 0
    for batch_sents in batches(sents, 3000, random.Random(0)):
        batch = collate(batch_sents, labels)
        x = net.encode(batch)
        pu, px = net.upos(x).argmax(-1), net.xpos(x).argmax(-1)
        names = net.name_scores(x, torch.full((len(x),), GUIDELINES.index(guideline))).argmax(-1)
        arcs, ld, lh = net.parts(x)
        blocked = torch.cat([torch.zeros_like(batch["mask"][:, :1]), ~batch["mask"]], 1)
        heads = arcs.masked_fill(blocked[:, None], -1e9).argmax(-1)
        for i, s in enumerate(batch_sents):
            k = len(s["words"])
            if "heads" in s:
                rel = net.label_scores(ld[i, :k], lh[i, heads[i, :k]]).argmax(-1)
                for j in range(k):
                    ok = heads[i, j] == s["heads"][j]
                    n, uas = n + 1, uas + int(ok)
                    las += int(ok and labels["deprel"][rel[j]].split(":")[0] == s["deprels"][j].split(":")[0])
                    upos += int(labels["upos"][pu[i, j]] == s["upos"][j])
                    xpos += int(labels["xpos"][px[i, j]] == s["xpos"][j])
            if "names" in s:
                sure = [v is not None for v in s["names"]]  # what has no label is not scored
                a = spans([labels["names"][l] if ok else "O" for l, ok in zip(names[i, :k], sure)])
                g = spans([v or "O" for v in s["names"]])
                found, gold, right = found + len(a), gold + len(g), right + len(a & g)
    out = {}
    if n:
        out = {k: round(100 * v / n, 2) for k, v in dict(UPOS=upos, XPOS=xpos, UAS=uas, LAS=las).items()}
    if gold:
        out["names F1"] = round(200 * right / max(1, found + gold), 2)
    return out
