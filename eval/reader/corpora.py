"""Raw texts and what is annotated in them, for the readers of eval/reader.sh.

    corpora.py DATA OUT    ../shared/data in, a folder of *.txt, *.words.json and gold.json out

A document of a treebank is its sentences with one blank between, and a blank
line where a paragraph begins. Offsets count code points.
"""
import gzip
import io
import json
import re
import sys
import tarfile
from pathlib import Path

TREEBANKS = {
    "ewt-test": "ud-ewt/en_ewt-ud-test.conllu.gz",
    "gum-dev": "ud-gum/gum-open-dev.conllu.gz",
    "ewt-dev": "ud-ewt/en_ewt-ud-dev.conllu.gz",
}
TAGGED = ("ewt-test", "gum-dev")  # for UPOS on gold tokens
UNER = "uner-ewt/en_ewt-ud-dev.iob2.gz"
COUNTRIES = "gazetteers/geonames-countryInfo.tsv.gz"
RE3D = "re3d/re3d-open.tar.gz"


def blocks(text):
    """Sentences of a CoNLL-like file: comments and rows of cells."""
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.split("\n") if line]
        comments = [line[1:].strip() for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        if rows:
            yield comments, rows


def words_of(rows, text):
    """The words (form, UPOS, XPOS) with their offsets in the sentence's text, None where a form does not stand in it."""
    at, whole, until = 0, None, 0
    for row in rows:
        if "-" in row[0]:  # a multiword token: its words are sought within
            start = text.index(row[1], at)
            whole, until = (start, start + len(row[1])), int(row[0].split("-")[1])
        elif row[0].isdigit():
            inside = int(row[0]) <= until
            start = text.find(row[1], at, whole[1] if inside else None)
            span = None if start < 0 else (start, start + len(row[1]))
            at = whole[1] if inside and int(row[0]) == until else span[1] if span else at
            yield row, span


class Treebank:
    """Documents as raw texts, with spans of sentences and tokens."""

    def __init__(self, path):
        self.texts, self.gold, self.sentences = {}, {}, []
        for comments, rows in blocks(gzip.open(path, "rt", encoding="utf-8").read()):
            meta = dict(c.split(" = ", 1) for c in comments if " = " in c)
            if "newdoc id" in meta:
                name = re.sub(r"\W", "_", meta["newdoc id"])
                self.texts[name], self.gold[name] = "", {"sentences": [], "tokens": []}
            if self.texts[name]:
                self.texts[name] += "\n\n" if any(re.match(r"newpar( |$)", c) for c in comments) else " "
            base = len(self.texts[name])
            self.texts[name] += meta["text"]
            self.gold[name]["sentences"].append([base, len(self.texts[name])])
            words = list(words_of(rows, meta["text"]))
            self.gold[name]["tokens"] += [[base + s[0], base + s[1], row[4]] for row, s in words if s]
            self.sentences.append((name, base, words))


def names_of(rows):
    """Spans of words with their class in IOB2."""
    labels = [r[2] for r in rows]
    for first, label in enumerate(labels):
        if label[0] == "B":
            last = first + 1
            while last < len(labels) and labels[last] == "I" + label[1:]:
                last += 1
            yield first, last, label[2:]


def uner(treebank, path):
    """Names of the treebank's documents, and the spans of sentences that nobody annotated."""
    annotated = {}
    for _, rows in blocks(gzip.open(path, "rt", encoding="utf-8").read()):
        annotated[tuple(r[1] for r in rows)] = list(names_of(rows))
    gold = {name: {"names": [], "skipped": []} for name in treebank.texts}
    for name, base, words in treebank.sentences:
        spans = [s for _, s in words]
        names = annotated.get(tuple(row[1] for row, _ in words))
        if names is None:
            inside = [s for s in spans if s]
            gold[name]["skipped"].append([base + inside[0][0], base + inside[-1][1]])
            continue
        for first, last, label in names:
            if spans[first] and spans[last - 1]:
                gold[name]["names"].append([base + spans[first][0], base + spans[last - 1][1], label])
    return gold


def re3d(path):
    """Texts of all folders with their entities that the annotators agreed on."""
    texts, gold = {}, {}
    with tarfile.open(path) as archive:
        members = sorted(m for m in archive.getnames() if m.endswith(("documents.json", "entities.json")))
        for member in members:  # documents.json comes before entities.json
            for line in io.TextIOWrapper(archive.extractfile(member), encoding="utf-8"):
                if not line.strip():
                    continue
                item = json.loads(line)
                if member.endswith("documents.json"):
                    texts[item["_id"]], gold[item["_id"]] = item["text"], []
                else:
                    gold[item["documentId"]].append([item["begin"], item["end"], item["type"], item["confidence"]])
    return texts, gold


def main(data, out):
    gold = {"treebank": {}, "uner": {}, "re3d": {}, "upos": {}}
    for tag, path in TREEBANKS.items():
        treebank = Treebank(data / path)
        texts = {f"{tag}-{name}.txt": text for name, text in treebank.texts.items()}
        if tag in TAGGED:
            gold["treebank"][tag] = {f"{tag}-{name}.txt": g for name, g in treebank.gold.items()}
            gold["upos"][f"{tag}.words.json"] = [row[3] for _, _, words in treebank.sentences for row, _ in words]
            sentences = [[row[1] for row, _ in words] for _, _, words in treebank.sentences]
            (out / f"{tag}.words.json").write_text(json.dumps(sentences), encoding="utf-8")
        else:
            gold["uner"] = {f"{tag}-{name}.txt": g for name, g in uner(treebank, data / UNER).items()}
        write(out, texts)
    texts, entities = re3d(data / RE3D)
    gold["re3d"] = {f"re3d-{name}.txt": g for name, g in entities.items()}
    write(out, {f"re3d-{name}.txt": text for name, text in texts.items()})
    with gzip.open(data / COUNTRIES, "rt", encoding="utf-8") as f:
        gold["countries"] = [line.split("\t")[4].lower() for line in f if line.count("\t") > 4 and not line.startswith("#")]
    (out / "gold.json").write_text(json.dumps(gold), encoding="utf-8")


def write(out, texts):
    for name, text in texts.items():
        with open(out / name, "w", encoding="utf-8", newline="") as f:
            f.write(text)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
