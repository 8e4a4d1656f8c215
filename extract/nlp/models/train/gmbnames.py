"""Names from the Groningen Meaning Bank extract: silver labels on news text.

Its kinds are mapped to ours where that is safe and left without a label (None)
where it is not; titles are cut off persons, and hyphens are split as in UD.
"""

import collections
import re

KINDS = {"geo": "LOC", "per": "PER", "org": "ORG"}
TITLES = set(
    "president prime minister vice general mr. mrs. ms. dr. secretary senator king queen chancellor pope prince foreign defense "
    "ambassador judge justice colonel major captain lieutenant commander leader premier ex-president former sir envoy state of".split()
)
HYPHEN = re.compile(r"(?<=\w)(-)(?=\w)")
PREFIX = re.compile(r"^(anti|non|co|re|pre|ex|mid|multi|semi)-", re.I)


def places(sents):
    """Words that are a place by themselves at least three times."""
    count = collections.Counter()
    for s in sents:
        for i, (w, _, t) in enumerate(s):
            if t == "B-geo" and (i + 1 == len(s) or s[i + 1][2] != "I-geo"):
                count[w] += 1
    return {w for w, n in count.items() if n >= 3}


def split(word):
    """The parts of a word at its hyphens, as in UD."""
    return [word] if PREFIX.match(word) else [p for p in HYPHEN.split(word) if p]


def convert(rows, known):
    """rows of (word, tag, label) -> words and BIO labels, None where unsure."""
    words, tags, i = [], [], 0

    def add(word, tag):
        for k, p in enumerate(split(word)):
            words.append(p)
            tags.append(tag if k == 0 or tag in (None, "O") else "I" + tag[1:])

    while i < len(rows):
        kind = rows[i][2][2:]
        end = i + 1
        while end < len(rows) and rows[end][2] == "I-" + kind:
            end += 1
        span = rows[i:end]
        i = end
        if kind in KINDS and kind != "geo":
            while span and (kind == "per" and span[0][0].lower() in TITLES or span[0][0] in ("The", "the")):
                add(span[0][0], "O")
                span = span[1:]
        unsure = kind == "org" and len(span) == 1 and (span[0][0] in known or span[0][1] == "JJ")
        for k, (w, pos, _) in enumerate(span):
            if kind == "gpe":
                add(w, "O" if pos in ("JJ", "NNPS", "NNS") else "B-LOC" if w in known and len(span) == 1 else None)
            elif kind in KINDS:
                add(w, None if unsure or kind == "per" and not w[0].isupper() and k == 0 else ("B-" if k == 0 else "I-") + KINDS[kind])
            else:
                add(w, "O")
    return words, tags
