"""What the labels of different readers and of re3d have in common.

Names are PER, ORG, LOC everywhere. Countries, cities, other places and
facilities are LOC, also where they act; nationalities, dates and the rest are
no names. An article at the front and a possessive ending are cut off what a
reader found, since Universal NER leaves them out.

re3d marks descriptions besides names, titles with names, and spans within
spans. Its mapping, the same for every reader:

- A span counts when its annotators were sure (confidence of at least one half)
  and it is a name: the first letter of its last word is a capital or a digit,
  and that word is no pronoun, title, rank, or word for people of a nationality:
  "the Kurdish YPG", "CTF 50", "Prime Minister Abadi", but not "Coalition
  forces", "the Minister" or "Iraqis". A person's span that ends in a name of
  another kind is a description ("Minister for Central Asia"), and so is an
  organization's with a small letter in front ("people of Mosul").
- A name is known by its last word. What a reader found is right when it ends
  where such a span ends, begins no earlier than the longest such span, and has
  its class. So titles and descriptions in front may be there or not; titles
  that re3d left out may be there too. "Baghdad, Iraq" is two places.
- A country that acts is an organization in re3d. Either class is right for
  countries (GeoNames' list) and for words that re3d marks with both anywhere.
- A name within a longer one that it does not end may be found or not, whether
  re3d marks it or not. What overlaps only spans that
  do not count (descriptions, nationalities, ships) is neither right nor wrong.
"""
import re

LABELS = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC",  # Claimline
    "PERSON": "PER", "GPE": "LOC", "FAC": "LOC",  # spaCy, beside ORG and LOC
    "ORGANIZATION": "ORG", "LOCATION": "LOC", "CITY": "LOC", "COUNTRY": "LOC", "STATE_OR_PROVINCE": "LOC",  # CoreNLP
}
RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
PRONOUNS = set("i me my we us our you he him his she her it its they them their one who".split())
COUNTRIES = {"uk", "us", "u.s.", "u.s", "uae", "emirates"}  # beside GeoNames' names
TITLES = set("""minister ministers secretary secretaries president commander commanders representative envoy ambassador spokesman
    spokeswoman leader chief officer director general colonel capt. captain brig. gen. col. lt. maj. sgt. spc. adm. mr mrs ms dr
    operator staff plans designate members soldiers airmen marines women men terrorists""".split())
SURE = 0.5


def names(result, name):
    """The names a reader found in a text, trimmed: start, end, class."""
    text = result["text"][name]
    for start, end, label in result["texts"][name]["names"]:
        if label not in LABELS:
            continue
        article = re.match(r"(the|a|an)\s+", text[start:end], re.IGNORECASE)
        start += article.end() if article else 0
        possessive = re.search(r"\s*['’]s?$", text[start:end])
        end -= len(possessive.group()) if possessive else 0
        yield start, end, LABELS[label]


def core(text, start, end):
    """A span without blanks, article and possessive ending at its edges."""
    span = re.sub(r"(\s|['’]s?|\[\d+)*$", "", text[start:end])
    lead = re.match(r"\s*((the|a|an|all)\s+)?", span, re.IGNORECASE).end()
    return start + lead, start + len(span)


def proper(words, nationalities):
    """Whether words end as a name does."""
    last = re.split(r"[\s-]", words)[-1]
    low = last.lower()
    return (last[:1].isupper() or last[:1].isdigit()) and re.search(r"[A-Z]", words) is not None and "°" not in words and \
        low not in PRONOUNS | TITLES | nationalities and low.removesuffix("s") not in nationalities


def names_in(text, spans):
    """The spans of a text that count, start, end, class."""
    nationalities = {text[a:b].lower() for a, b, kind, _ in spans if kind == "Nationality"}
    found = set()
    for start, end, kind, confidence in spans:
        if kind not in RE3D or confidence < SURE:
            continue
        pieces = [(start, end)]
        if kind == "Location":
            pieces = [(start + m.start(), start + m.end()) for m in re.finditer(r"([^,]|,(?! ))+", text[start:end])]
        for a, b in pieces:
            a, b = core(text, a, b)
            if a < b and proper(text[a:b], nationalities):
                found.add((a, b, RE3D[kind]))
    other = {(a, b) for a, b, kind, confidence in spans if kind not in RE3D and confidence >= SURE}
    return {f for f in found if f[:2] not in other and not described(text, f, found)}


def described(text, span, found):
    """Whether a span describes by a name of another kind at its end."""
    start, end, label = span
    shorter = [f for f in found if f[1] == end and f[0] > start]
    if not shorter or any(f[2] == label for f in shorter):
        return False
    return label == "PER" or label == "ORG" and re.match(r"[a-z]+\s", text[start:end]) is not None


def ends(kept, either, text):
    """Names by where they end: the earliest start, the classes that are right, whether a longer one is around it."""
    found = {}
    for start, end, label in kept:
        name = found.setdefault(end, {"start": start, "labels": set(), "inside": True})
        name["start"] = min(name["start"], start)
        name["labels"] |= {"LOC", "ORG"} if text[start:end].lower() in either else {label}
    for end, name in found.items():
        name["inside"] = any(a <= name["start"] and b > end for a, b, _ in kept)
    return found


def re3d(gold, countries, result, count):
    """Counts by class: a name of several classes counts for the first in the alphabet."""
    texts = {name: names_in(result["text"][name], spans) for name, spans in gold.items()}
    classes = {}
    for name, kept in texts.items():
        for start, end, label in kept:
            classes.setdefault(result["text"][name][start:end].lower(), set()).add(label)
    either = {words for words, labels in classes.items() if labels == {"LOC", "ORG"}} | set(countries) | COUNTRIES
    counts = {label: count() for label in ("all", *RE3D.values())}
    for name, kept in texts.items():
        want = ends(kept, either, result["text"][name])
        for w in want.values():
            if not w["inside"]:
                for c in ("all", min(w["labels"])):
                    counts[c].add(1, 0, 0)
        for span in names(result, name):
            judge(span, want, kept, gold[name], result["text"][name], counts)
    return counts


def judge(span, want, kept, spans, text, counts):
    """Counts a span that a reader found."""
    start, end, label = span
    w = want.get(end)
    if w and label in w["labels"] and not re.search(r"[^\W\d_]{3}", rest(text[start:w["start"]])):
        if not w["inside"]:
            for c in ("all", min(w["labels"])):
                counts[c].add(0, 1, 1)
        return

    def touches(others):
        return any(o[0] < end and start < o[1] for o in others)
    if any(k[0] <= start and end < k[1] for k in kept):
        return
    if touches(kept) or not touches(spans):
        for c in ("all", label):
            counts[c].add(0, 1, 0)


def rest(words):
    """Words without titles."""
    return " ".join(w for w in words.split() if w.lower() not in TITLES)
