"""Readers of the corpora. A sentence is a dict: words, and where annotated
upos, xpos, heads (0 = root), deprels, names (BIOES); corpus names the guideline."""

import collections
import gzip
import os
import tarfile

import gmbnames
import gumnames

NAME_KINDS = ["PER", "ORG", "LOC"]
NAME_LABELS = ["O"] + [p + "-" + k for k in NAME_KINDS for p in "BIES"]
WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
POLITICS = {"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "location": "LOC", "country": "LOC"}
MIN_SUBTYPE = 100  # a rarer relation subtype is trained as its universal relation


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            yield line.rstrip("\n")


def conllu(path, corpus):
    out, sent = [], None
    for line in lines(path):
        if line.startswith("# sent_id = "):
            sent_id = line[12:]
        if not line:
            if sent:
                out.append(sent)
            sent = None
        elif line[0].isdigit():
            c = line.split("\t")
            if not c[0].isdigit():
                continue  # multiword range or empty node
            if sent is None:
                sent = dict(id=sent_id, corpus=corpus, words=[], upos=[], xpos=[], heads=[], deprels=[], misc=[])
            sent["words"].append(c[1])
            sent["upos"].append(c[3])
            sent["xpos"].append(c[4])
            sent["heads"].append(int(c[6]))
            sent["deprels"].append(c[7])
            sent["misc"].append(c[9])
    return out


def bioes(tags):
    """BIO or IO tags to BIOES over NAME_KINDS; other kinds become O, None stays."""
    kinds = [t[2:] if t and t[2:] in NAME_KINDS else "" for t in tags]
    out = []
    for i, k in enumerate(kinds):
        first = i == 0 or kinds[i - 1] != k or (tags[i] or "")[:1] == "B"
        last = i + 1 == len(kinds) or kinds[i + 1] != k or (tags[i + 1] or "")[:1] == "B"
        out.append(None if tags[i] is None else "O" if not k else ("S" if first and last else "B" if first else "E" if last else "I") + "-" + k)
    return out


def columns(path, corpus, sep, rename=None):
    """Two-column files, blank line between sentences."""
    out, words, tags = [], [], []
    for line in list(lines(path)) + [""]:
        c = line.split(sep)
        if len(c) < 2 or not c[0]:
            if words and words[0] != "-DOCSTART-":
                out.append(dict(id="", corpus=corpus, words=words, names=bioes(tags)))
            words, tags = [], []
            continue
        tag = c[-1]
        if rename and tag != "O":
            tag = tag[:2] + rename.get(tag[2:], "OTH")
        words.append(c[0])
        tags.append(tag)
    return out


def gmb(path, known=None):
    """Silver sentences; known is the place words of the training part."""
    sents, rows = [], []
    for line in list(lines(path)) + [""]:
        c = line.split("\t")
        if len(c) == 3:
            rows.append(c)
        elif rows:
            sents.append(rows)
            rows = []
    known = known or gmbnames.places(sents)
    out = []
    for rows in sents:
        words, tags = gmbnames.convert(rows, known)
        out.append(dict(id="", corpus="gmb", words=words, names=bioes(tags)))
    return out, known


def litbank(path):
    """Openings of novels, words only."""
    out, words = [], []
    with tarfile.open(path) as tar:
        for member in tar:
            if not member.name.startswith("coref/conll/"):
                continue
            for line in tar.extractfile(member).read().decode("utf-8").split("\n"):
                c = line.split("\t")
                if len(c) > 3:
                    words += gmbnames.split(c[3])
                elif words:
                    out.append(dict(id="", corpus="litbank", words=words))
                    words = []
    return out


def add_uner(sents, path):
    """Lays the Universal NER labels over EWT sentences with equal words."""
    names, words, tags = {}, [], []
    for line in list(lines(path)) + [""]:
        if line.startswith("# sent_id = "):
            sent_id = line[12:]
        elif not line:
            if words:
                names[sent_id] = (words, tags)
            words, tags = [], []
        elif line[0].isdigit():
            c = line.split("\t")
            words.append(c[1])
            tags.append(c[2])
    missed = 0
    for s in sents:
        w, t = names.get(s["id"], ([], []))
        if w == s["words"]:
            s["names"] = bioes(t)
        else:
            missed += 1
    print(f"{path}: {len(sents) - missed} sentences with names, {missed} without")


def load(root):
    """The training sentences, the silver ones and the development sets. No test
    split is opened here."""
    p = lambda *a: os.path.join(root, *a)
    train = conllu(p("ud-ewt", "en_ewt-ud-train.conllu.gz"), "uner")
    add_uner(train, p("uner-ewt", "en_ewt-ud-train.iob2.gz"))
    gum = conllu(p("ud-gum", "gum-open-train.conllu.gz"), "gum")
    for s in gum:
        s["names"] = bioes(gumnames.names(s["words"], s["upos"], s["misc"]))
    train += gum
    train += columns(p("ner-wikigold", "wikigold.conll.txt.gz"), "wikigold", " ")
    train += columns(p("ner-wnut17", "wnut17train.conll.gz"), "wnut", "\t", WNUT)
    for part in "abeg":
        train += columns(p("ner-btc", part + ".conll.gz"), "btc", "\t")
    for part in ("train", "dev"):
        train += columns(p("crossner-politics", part + ".txt.gz"), "politics", "\t", POLITICS)
    ewt = conllu(p("ud-ewt", "en_ewt-ud-dev.conllu.gz"), "uner")
    add_uner(ewt, p("uner-ewt", "en_ewt-ud-dev.iob2.gz"))
    gum = conllu(p("ud-gum", "gum-open-dev.conllu.gz"), "gum")
    silver, known = gmb(p("ner-gmb-voa", "gmb-train.tsv.gz"))
    news, _ = gmb(p("ner-gmb-voa", "gmb-dev.tsv.gz"), known)
    return train, silver, {"EWT dev": ewt, "GUM dev": gum, "GMB dev": news}


def labels(train):
    """Label inventories, sorted, and relations with rare subtypes merged."""
    count = collections.Counter(d for s in train for d in s.get("deprels", ()))
    keep = {d for d, n in count.items() if ":" not in d or n >= MIN_SUBTYPE}
    for s in train:
        if "deprels" in s:
            s["deprels"] = [d if d in keep else d.split(":")[0] for d in s["deprels"]]
    seen = lambda key: sorted({v for s in train for v in s.get(key, ())})
    return dict(upos=seen("upos"), xpos=seen("xpos"), deprel=seen("deprels"), names=NAME_LABELS)
