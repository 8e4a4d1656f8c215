"""Sentences as news writes them: hedged figures, other casing."""

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
