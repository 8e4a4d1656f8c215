"""Trains the reader. From the repository root:

    python extract/nlp/models/train/train.py --data ../shared/data --vectors vectors.npz --silver silver.pt --out reader.pt
"""

import argparse

import numpy as np
import torch

import data
from fit import fit
from model import Reader


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../shared/data")
    p.add_argument("--vectors", required=True, help="of vectors.py")
    p.add_argument("--silver", nargs="+", required=True, help="of label.py")
    p.add_argument("--start", help="a checkpoint to go on from")
    p.add_argument("--out", default="reader.pt")
    p.add_argument("--epochs", type=int, default=14)
    p.add_argument("--words", type=int, default=1500, help="words per batch")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--decay", type=float, default=0.0)
    p.add_argument("--warmup", type=int, default=300, help="steps")
    p.add_argument("--average", type=int, default=500)
    p.add_argument("--evaluate", type=int, default=7)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--names", type=int, default=3600, help="sentences with gold names and the teacher's trees drawn for each epoch")
    p.add_argument("--draw", type=int, default=24000, help="silver sentences drawn for each epoch")
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    gold, _, dev = data.load(a.data)
    labels = data.labels(gold)
    trees = [s for s in gold if "heads" in s]
    names, silver = [], []
    for path in a.silver:
        c = torch.load(path)
        assert c["labels"] == labels
        for s in c["sents"]:
            (silver if s["corpus"] in ("gmb", "litbank") else names).append(s)
    v = np.load(a.vectors)
    net = Reader({k: len(v) for k, v in labels.items()}, (v["keys"], v["vectors"]))
    if a.start:
        net.load_state_dict(torch.load(a.start)["state"])
    print(len(trees), len(names), len(silver), "sentences,", sum(p.numel() for p in net.parameters()), "parameters")
    draw = lambda rng: trees + rng.sample(names, a.names) + rng.sample(silver, a.draw)
    fit(net, [(list(net.parameters()), a.rate)], draw, dev, labels, a)


if __name__ == "__main__":
    main()
