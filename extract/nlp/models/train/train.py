"""Trains the reader. From the repository root:

    python extract/nlp/models/train/train.py --data ../shared/data --out reader.pt

Writes the averaged weights after every epoch. Nothing is chosen by the
development figures: the last epoch is the model.
"""

import argparse
import math
import random
import time

import torch
import torch.nn.functional as F

import data
from batches import batches, collate
from evaluate import evaluate
from model import Reader


def loss_of(net, batch, smoothing=0.03):
    x = net.encode(batch)
    ce = lambda scores, gold: F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=-1, label_smoothing=smoothing)
    loss = x.sum() * 0
    if batch["has_tree"].any():
        t = batch["has_tree"]
        y = x[t]
        loss = loss + 0.5 * ce(net.upos(y), batch["upos"][t]) + 0.5 * ce(net.xpos(y), batch["xpos"][t])
        arcs, ld, lh = net.parts(y)
        blocked = torch.cat([torch.zeros_like(batch["mask"][t][:, :1]), ~batch["mask"][t]], 1)
        arcs = arcs.masked_fill(blocked[:, None], -1e9)
        heads = batch["heads"][t]
        loss = loss + F.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=-1)
        used = heads >= 0
        gold_heads = lh[torch.arange(len(lh))[:, None].expand_as(heads)[used], heads[used]]
        loss = loss + F.cross_entropy(net.label_scores(ld[used], gold_heads), batch["deprels"][t][used])
    if (batch["guideline"] >= 0).any():
        n = batch["guideline"] >= 0
        scores = net.name_scores(x[n], batch["guideline"][n])
        loss = loss + 1.5 * ce(scores, batch["names"][n])
    return loss


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", default="../shared/data")
    p.add_argument("--out", default="reader.pt")
    p.add_argument("--epochs", type=int, default=20)
    p.add_argument("--words", type=int, default=1200, help="words per batch")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--silver", type=int, default=6000, help="silver sentences drawn for each epoch")
    p.add_argument("--limit", type=int, default=0, help="sentences, for a dry run")
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    train, silver, dev = data.load(a.data)
    labels = data.labels(train)
    if a.limit:
        rng.shuffle(train)
        train = train[: a.limit]
    print({k: len(v) for k, v in labels.items()}, len(train), "sentences", sum(len(s["words"]) for s in train), "words", flush=True)
    net = Reader({k: len(v) for k, v in labels.items()})
    print(sum(p.numel() for p in net.parameters()), "parameters")
    average = Reader({k: len(v) for k, v in labels.items()})
    average.load_state_dict(net.state_dict())
    optimizer = torch.optim.Adam(net.parameters(), lr=a.rate, betas=(0.9, 0.98))
    total = a.epochs * len(batches(train + silver[: a.silver], a.words, random.Random(0)))
    step, begun = 0, time.time()
    for epoch in range(a.epochs):
        net.train()
        sum_loss = 0.0
        plan = batches(train + rng.sample(silver, a.silver), a.words, rng)
        for sents in plan:
            rate = min(1.0, step / 300) * (0.005 + 0.995 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / total))))
            for g in optimizer.param_groups:
                g["lr"] = a.rate * rate
            loss = loss_of(net, collate(sents, labels, rng))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            step += 1
            decay = min(0.998, step / (step + 10))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(net.parameters()), 1 - decay)
            sum_loss += loss.item()
            if step % 100 == 0 and epoch == 0:
                print(f"step {step}/{total} loss {sum_loss / step:.3f} {time.time() - begun:.0f} s", flush=True)
        print(f"epoch {epoch + 1} loss {sum_loss / len(plan):.3f} {time.time() - begun:.0f} s", flush=True)
        torch.save(dict(labels=labels, state=average.state_dict(), epoch=epoch + 1, arguments=vars(a)), a.out)
        if (epoch + 1) % 3 == 0 or epoch + 1 == a.epochs:
            for name, sents in dev.items():
                print(" ", name, evaluate(average, sents, labels), flush=True)
            print("  GMB dev by its own guideline", evaluate(average, dev["GMB dev"], labels, "gmb"), flush=True)


if __name__ == "__main__":
    main()
