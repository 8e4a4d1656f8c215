"""Sentences as news writes them: hedged figures, headlines, other casing."""

# word, tag, Penn tag, relation, and which word it hangs on: 0 = the figure,
# otherwise the offset of another inserted word. Trees as in EWT.
HEDGES = [
    [("at", "ADP", "IN", "case", 1), ("least", "ADJ", "JJS", "nmod", 0)],
    [("more", "ADJ", "JJR", "advmod", 0), ("than", "ADP", "IN", "fixed", -1)],
    [("nearly", "ADV", "RB", "advmod", 0)],
    [("about", "ADV", "RB", "advmod", 0)],
]


def hedge(sent, rng):
    """Puts "at least" and the like before some figures that count a noun."""
    if "heads" not in sent:
        return sent
    for i, (upos, rel, head) in enumerate(zip(sent["upos"], sent["deprels"], sent["heads"])):
        if upos != "NUM" or rel != "nummod" or head - 1 <= i or sent["upos"][head - 1] != "NOUN" or rng.random() > 0.2:
            continue
        before = sent["upos"][i - 1] if i else ""
        if before in ("ADV", "SYM", "PUNCT", "DET", "NUM", "ADJ") or sent["heads"].count(i + 1) or sent.get("names", "O" * (i + 1))[i] != "O":
            continue
        return insert(sent, i, HEDGES[0] if rng.random() < 0.5 else rng.choice(HEDGES[1:]))
    return sent


def insert(sent, i, hedge):
    """sent with the words of hedge before word i, which they hang on."""
    n = len(hedge)
    moved = [h + n if h > i else h for h in sent["heads"]]
    heads = [i + n + 1 if at == 0 else i + 1 + k + at for k, (*_, at) in enumerate(hedge)]
    column = lambda c: [h[c] for h in hedge]
    words = column(0)
    if i == 0:
        words[0] = words[0].capitalize()
    out = dict(sent)
    out["words"] = sent["words"][:i] + words + ([sent["words"][0].lower()] if i == 0 else sent["words"][i : i + 1]) + sent["words"][i + 1 :]
    out["heads"] = moved[:i] + heads + moved[i:]
    for key, c in (("upos", 1), ("xpos", 2), ("deprels", 3)):
        out[key] = sent[key][:i] + column(c) + sent[key][i:]
    if "names" in sent:
        out["names"] = sent["names"][:i] + ["O"] * n + sent["names"][i:]
    return out


# Organizations whose acronyms look like other words, and hyphenated ones.
ACRONYMS = [["IS"], ["IS"], ["IS", "-", "K"], ["ISIS", "-", "K"], ["WHO"], ["ISIL"]]


def acronym(sent, rng):
    """Puts an acronym in the place of some organizations of one word."""
    if "heads" not in sent or "names" not in sent:
        return sent
    for i, name in enumerate(sent["names"]):
        if name != "S-ORG" or sent["upos"][i] != "PROPN" or rng.random() > 0.35:
            continue
        words = rng.choice(ACRONYMS)
        n = len(words) - 1
        moved = [h + n if h > i + 1 else h for h in sent["heads"]]
        out = dict(sent)
        put = lambda old, new: old[:i] + new + old[i + 1 :]
        out["words"] = put(sent["words"], words)
        out["heads"] = put(moved, [moved[i], i + 1, i + 1][: n + 1])
        out["upos"] = put(sent["upos"], ["PROPN", "PUNCT", "PROPN"][: n + 1])
        out["xpos"] = put(sent["xpos"], ["NNP", "HYPH", "NNP"][: n + 1])
        out["deprels"] = put(sent["deprels"], [sent["deprels"][i], "punct", "flat"][: n + 1])
        out["names"] = put(sent["names"], ["B-ORG", "I-ORG", "E-ORG"] if n else ["S-ORG"])
        return out
    return sent


ARTICLES = {"a", "an", "the"}
BE = {"is", "are", "was", "were"}


def headline(sent, rng):
    """Makes some sentences headlines: without articles, forms of "be" and full stop, often in title case."""
    n = len(sent["words"])
    if "heads" not in sent or not 4 <= n <= 25 or rng.random() > 0.06:
        return sent
    parents, names = set(sent["heads"]), sent.get("names", ["O"] * n)
    keep = []
    for i, (word, rel) in enumerate(zip(sent["words"], sent["deprels"])):
        w = word.lower()
        spare = rel == "det" and w in ARTICLES or rel.split(":")[0] in ("aux", "cop") and w in BE or i == n - 1 and w == "."
        if not spare or i + 1 in parents or names[i] != "O":
            keep.append(i)
    place = {old + 1: new + 1 for new, old in enumerate(keep)} | {0: 0}
    out = dict(sent)
    for key in ("words", "upos", "xpos", "deprels", "names", "heads"):
        if key in sent:
            out[key] = [sent[key][i] for i in keep]
    out["heads"] = [place[h] for h in out["heads"]]
    if rng.random() < 0.6:
        out["words"] = [w if u in ("ADP", "CCONJ", "PART") else w[:1].upper() + w[1:] for w, u in zip(out["words"], out["upos"])]
    out["words"][0] = out["words"][0][:1].upper() + out["words"][0][1:]
    return out


def recase(words, rng):
    """Headlines have capitals, the web has none at all."""
    r = rng.random()
    if r < 0.03:
        return [w.upper() for w in words]
    if r < 0.05:
        return [w.lower() for w in words]
    if r < 0.07:
        return [w[:1].upper() + w[1:] for w in words]
    return words
