"""The table of eval/reader.sh: score.py FOLDER RESULT.json... prints Markdown.

FOLDER is what corpora.py wrote, each RESULT.json what one reader wrote.

Sentences count as found by their ends, tokens by both edges. Penn tags count
on the tokens that were found. A document is compared once; figures are micro
averages over documents.
"""
import json
import sys
from pathlib import Path

import peers


class Count:
    """How many there are, how many were found, and how many of those are right."""

    def __init__(self):
        self.gold = self.found = self.right = 0

    def add(self, gold, found, right):
        self.gold += gold
        self.found += found
        self.right += right

    def f1(self):
        return f"{200 * self.right / max(1, self.gold + self.found):.1f}"

    def all(self):
        return f"{100 * self.right / max(1, self.found):.1f} / {100 * self.right / max(1, self.gold):.1f} / {self.f1()}"


def segmentation(gold, texts):
    """Sentence F1, token F1, Penn tags on tokens found."""
    sentences, tokens, same = Count(), Count(), 0
    for name, g in gold.items():
        ends = {s[1] for s in g["sentences"]}
        found = {s[1] for s in texts[name]["sentences"]}
        sentences.add(len(ends), len(found), len(ends & found))
        want = {(t[0], t[1]): t[2] for t in g["tokens"]}
        have = {(t[0], t[1]): t[2] for t in texts[name]["tokens"]}
        both = want.keys() & have.keys()
        tokens.add(len(want), len(have), len(both))
        same += sum(want[k] == have[k] for k in both)
    return f"{sentences.f1()} / {tokens.f1()} / {100 * same / max(1, tokens.right):.1f}"


def uner(gold, result):
    """Exact span and class."""
    count = Count()
    for name, g in gold.items():
        want = {tuple(n) for n in g["names"]}
        found = set(peers.names(result, name))
        found = {n for n in found if not any(a <= n[0] < b for a, b in g["skipped"])}
        count.add(len(want), len(found), len(want & found))
    return count.all()


def upos(gold, tags):
    if not tags:
        return "–"
    return " / ".join(f"{100 * sum(a == b for a, b in zip(gold[f], tags[f], strict=True)) / len(gold[f]):.1f}" for f in gold)


def main(folder, files):
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    results = [json.loads(Path(f).read_text(encoding="utf-8")) for f in files]
    for r in results:
        r["text"] = {name: (folder / name).read_text(encoding="utf-8") for name in gold["uner"] | gold["re3d"]}
    rows = [("", *[r["tool"] for r in results]), ("---",) * (1 + len(results))]
    for tag, g in gold["treebank"].items():
        rows.append((f"{tag}, raw: sentences / tokens / Penn tags on tokens found", *[segmentation(g, r["texts"]) for r in results]))
    rows.append((f"UPOS, gold tokens: {' / '.join(gold['treebank'])}", *[upos(gold["upos"], r["upos"]) for r in results]))
    rows.append(("names, UNER-EWT dev, raw: P / R / F1", *[uner(gold["uner"], r) for r in results]))
    counts = [peers.re3d(gold["re3d"], gold["countries"], r, Count) for r in results]
    for label in ("all", *peers.RE3D.values()):
        rows.append((f"names, re3d, {label}: P / R / F1", *[c[label].all() for c in counts]))
    rows.append((f"words per second of processor time ({results[0]['words']:,} words)", *[f"{r['words'] / r['cpu_s']:,.0f}" for r in results]))
    rows.append(("seconds of processor time to start", *[f"{r['startup_cpu_s']:.2f}" for r in results]))
    rows.append(("most memory, MB", *[f"{r['peak_mb']:,}" for r in results]))
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
