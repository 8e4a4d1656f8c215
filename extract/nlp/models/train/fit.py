"""Loss and loop of a training run. Writes the averaged weights after every
epoch. Nothing is chosen by the development figures: the last epoch is the model."""

import copy
import math
import random
import time

import torch
import torch.nn.functional as F

from batches import batches, collate
from evaluate import evaluate
from model import GUIDELINES


SMOOTHING = 0.03  # of labels; trees have none


def loss_of(net, batch):
    """Gold labels with cross-entropy; the teacher's probabilities likewise."""
    x = net.encode(batch)
    loss = x.sum() * 0 + name_loss(net, batch, x)
    tree = batch["has_tree"] | batch["has_soft"]
    return loss + tree_loss(net, batch, x[tree], tree) if tree.any() else loss


def tree_loss(net, batch, x, tree):
    """tree: the sentences of the batch that have one, gold or the teacher's; x: their words."""
    teacher, inside = batch["soft"], batch["mask"][batch["has_soft"]]
    hard, soft = batch["has_tree"][tree], batch["has_soft"][tree]
    part = lambda key, scores, gold, smoothing: mixed(scores[hard], batch[gold][tree][hard], scores[soft], teacher.get(key), inside, smoothing)
    arcs, ld, lh = net.parts(x)
    mask = batch["mask"][tree]
    blocked = torch.cat([torch.zeros_like(mask[:, :1]), ~mask], 1)
    arcs = arcs.float().masked_fill(blocked[:, None], -1e4)
    loss = part("arcs", arcs, "heads", 0) + 0.5 * part("upos", net.upos(x), "upos", SMOOTHING) + 0.5 * part("xpos", net.xpos(x), "xpos", SMOOTHING)
    heads = batch["heads"][tree].clone()
    if soft.any():
        heads[soft] = teacher["head"].masked_fill(~inside, -1)
    used = heads >= 0
    under = lh[torch.arange(len(lh))[:, None].expand_as(heads)[used], heads[used]]
    scores, of = net.label_scores(ld[used], under), soft[:, None].expand_as(used)[used]
    return loss + mixed(scores[~of], batch["deprels"][tree][used][~of], scores[of], teacher["rel"][inside] if of.any() else None, None, 0)


def name_loss(net, batch, x):
    named, soft = batch["guideline"] >= 0, batch["has_soft"]
    loss = 0
    if named.any():
        scores = net.name_scores(x[named], batch["guideline"][named])
        loss = 1.5 * mixed(scores, batch["names"][named], None, None, None, SMOOTHING)
    if soft.any():
        scores = net.name_scores(x[soft], torch.full((int(soft.sum()),), GUIDELINES.index("teacher")))
        loss = loss + 1.5 * mixed(scores[:0], batch["names"][:0], scores, batch["soft"]["names"], batch["mask"][soft], 0)
    return loss


def mixed(hard, gold, soft, teacher, inside, smoothing):
    """The mean loss over the words with gold labels (not -1) and those of the
    teacher, which are those inside, or all."""
    count = (gold >= 0).sum()
    total = F.cross_entropy(hard.float().flatten(0, -2), gold.flatten(), ignore_index=-1, label_smoothing=smoothing, reduction="sum")
    if teacher is not None:
        if inside is not None:
            soft, teacher = soft[inside], teacher[inside]
        total = total - (teacher * soft.float().log_softmax(-1)).sum()
        count = count + len(teacher)
    return total / count.clamp(min=1)


def fit(net, groups, draw, dev, labels, a):
    """draw(rng) is the sentences of one epoch. groups: [(parameters, rate)].
    a: epochs, words (per batch), seed, out, warmup (steps), evaluate (every so many epochs), average (longest memory in steps)."""
    rng = random.Random(a.seed)
    average = copy.deepcopy(net)
    optimizer = torch.optim.AdamW([dict(params=p, lr=r, peak=r) for p, r in groups], betas=(0.9, 0.98), weight_decay=a.decay)
    total = a.epochs * len(batches(draw(random.Random(0)), a.words, random.Random(0)))
    step, begun = 0, time.time()
    for epoch in range(a.epochs):
        net.train()
        sum_loss = 0.0
        plan = batches(draw(rng), a.words, rng)
        for sents in plan:
            rate = min(1.0, step / a.warmup) * (0.005 + 0.995 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / total))))
            for g in optimizer.param_groups:
                g["lr"] = g["peak"] * rate
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(net, collate(sents, labels, rng))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            step += 1
            decay = min(1 - 1 / a.average, step / (step + 10))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(net.parameters()), 1 - decay)
            sum_loss += loss.item()
            if step % 100 == 0 and epoch == 0:
                print(f"step {step}/{total} loss {sum_loss / step:.3f} {time.time() - begun:.0f} s", flush=True)
        print(f"epoch {epoch + 1} loss {sum_loss / len(plan):.3f} {time.time() - begun:.0f} s", flush=True)
        torch.save(dict(labels=labels, state=average.state_dict(), epoch=epoch + 1, arguments=vars(a)), a.out)
        if (epoch + 1) % a.evaluate == 0 or epoch + 1 == a.epochs:
            for name, sents in dev.items():
                print(" ", name, evaluate(average, sents, labels), flush=True)
            print("  GMB dev by its own guideline", evaluate(average, dev["GMB dev"], labels, "gmb"), flush=True)
