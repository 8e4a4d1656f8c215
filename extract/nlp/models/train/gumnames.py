"""Names from GUM's entity layer, as partial annotation.

GUM marks every mention, named or not, with a type, its head words and often a
Wikipedia title. A mention becomes a name where that is safe; proper nouns that
no such name covers stay without a label (None), everything else is O.
"""

import re

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
GLUE = {"of", "the", "and", "for", "de", "al", "-"}
CALENDAR = set(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
OPEN = re.compile(r"\([^()]*\)?|[^()]*\)")


def mentions(misc):
    """misc: the MISC column of each word -> (kind, head word offsets, title, first, last)."""
    stack, out = [], []
    for i, m in enumerate(misc):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", m)
        for part in OPEN.findall(found.group(1)) if found else ():
            if part.startswith("("):
                field = part.strip("()").split("-", 6)
                if len(field) > 5:  # otherwise the continuation of a split mention
                    stack.append((field, i))
                if not part.endswith(")"):
                    continue
                key = field[0]
            else:
                key = part.rstrip(")")
            for k in range(len(stack) - 1, -1, -1):
                if stack[k][0][0] == key:
                    field, first = stack.pop(k)
                    heads = [int(v) - 1 for v in field[5].split(",") if v.isdigit()]
                    title = field[6].partition("-")[2] if len(field) > 6 else ""  # after the link type
                    out.append((field[1], heads, title, first, i))
                    break
    return out


def names(words, upos, misc):
    tags = [None if u == "PROPN" and w not in CALENDAR else "O" for w, u in zip(words, upos)]
    done = [False] * len(words)
    for kind, heads, title, first, last in sorted(mentions(misc), key=lambda m: m[3] - m[4]):
        heads = [first + h for h in heads if first + h <= last]
        if kind not in KINDS or not heads:
            continue
        lo, hi = heads[0], heads[-1]
        gap = [i for i in range(lo, hi + 1) if i not in heads]
        span = range(lo, hi + 1)
        safe = (
            not any(done[i] for i in span)
            and all(words[i].lower() in GLUE for i in gap)
            and all(words[i][:1].isupper() or words[i] in GLUE for i in heads)
            and upos[hi] == "PROPN"
        )
        known = {w for w in re.split(r"[_%(),.0-9]+", title.lower()) if len(w) > 1}
        named = words[hi].lower() in known or words[lo].lower() in known
        if kind == "person":
            named = words[hi].lower() in known or (not title and len(heads) > 1 and all(upos[i] == "PROPN" for i in heads))
            if "people" in known or lo == hi and len(known) < 2:
                named = False  # a people, or a name we cannot check
            while named and lo < hi and known and words[lo].lower() not in known:
                lo += 1  # President Trump: the title is not part of the name
            span = range(lo, hi + 1)
        if not safe or not named:
            if safe and not named:
                for i in span:
                    if tags[i] == "O" and words[i][:1].isupper():
                        tags[i] = None
            continue
        for i in span:
            done[i] = True
            tags[i] = ("B-" if i == lo else "I-") + KINDS[kind]
    return tags
