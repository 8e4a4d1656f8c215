"""What the teacher thinks of text without trees, as probabilities: the corpora
that have only names, the Groningen Meaning Bank and LitBank.

    python extract/nlp/models/train/label.py teacher.pt --minilm FOLDER --data ../shared/data --out silver.pt
"""

import argparse
import random

import torch

import data
from batches import batches, collate
from model import GUIDELINES
from teacher import Teacher

NAMES = {"uner": 0.7, "gmb": 0.3}  # the guideline of the labels


@torch.no_grad()
def label(net, sents, labels):
    """Adds to each sentence soft: upos, xpos, names [n,labels], arcs [n,n+1],
    head [n] (the best), rel [n,labels] under that head, all but head in half floats."""
    batch = collate(sents, labels)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = net.encode(batch)
        names = sum(part * net.name_scores(x, torch.full((len(x),), GUIDELINES.index(g))) for g, part in NAMES.items())
        out = dict(upos=net.upos(x), xpos=net.xpos(x), names=names)
        arcs, ld, lh = net.parts(x)
    blocked = torch.cat([torch.zeros_like(batch["mask"][:, :1]), ~batch["mask"]], 1)
    arcs = arcs.float().masked_fill(blocked[:, None], -1e9)
    arcs.diagonal(1, 1, 2).fill_(-1e9)  # no word is its own head
    out = {k: v.float().softmax(-1).half() for k, v in dict(out, arcs=arcs).items()}
    heads = arcs.argmax(-1)
    for i, s in enumerate(sents):
        n = len(s["words"])
        rel = net.label_scores(ld[i, :n].float(), lh[i, heads[i, :n]].float()).softmax(-1).half()
        s["soft"] = {k: (v[i, :n, : n + 1] if k == "arcs" else v[i, :n]).clone() for k, v in out.items()}
        s["soft"].update(head=heads[i, :n].clone(), rel=rel)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("--minilm", required=True)
    p.add_argument("--data", default="../shared/data")
    p.add_argument("--out", default="silver.pt")
    p.add_argument("--part", default="0/1", help="every n-th batch, to share the work among processes")
    a = p.parse_args()
    torch.set_num_threads(1)
    c = torch.load(a.checkpoint, map_location="cpu")
    net = Teacher({k: len(v) for k, v in c["labels"].items()}, a.minilm)
    net.load_state_dict(c["state"])
    net.eval()
    train, silver, _ = data.load(a.data)
    silver += [s for s in train if "heads" not in s] + data.litbank(a.data + "/litbank/litbank-80docs.tar.gz")
    at, of = map(int, a.part.split("/"))
    plan = batches([s for s in silver if len(s["words"]) <= 80], 2000, random.Random(0))
    done = []
    for i, sents in enumerate(plan):
        if i % of == at:
            label(net, sents, c["labels"])
            done += sents
            if i % 50 == at:
                print(i, "of", len(plan), flush=True)
    torch.save(dict(labels=c["labels"], sents=done), a.out)


if __name__ == "__main__":
    main()
