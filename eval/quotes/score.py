"""Quotations found and rightly attributed: score.py GOLD_FOLDERS... -- SYSTEM.json... [--details]

The gold is ../shared/gold: a quotation is a stretch in double quotation marks
(until the end of the paragraph where nothing closes it) that the evidence of a
claim overlaps whose phenomena name a quotation. It is found when a system marks
half of its characters; it is rightly attributed when the speaker is a claimant
of such a claim: innermost, an alternative's innermost, or beside it. A speaker
is a claimant when one of the two names holds all words of the other (articles
and case aside), any of the actor's names or descriptions. A pronoun is no
speaker, but counts as the right words when it stands in the claim's evidence.
"""
import json
import re
import sys
from pathlib import Path

QUOTED = {"dq", "pq", "sq", "continuation"}
MARKED = re.compile(r"“[^”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)")
PRONOUNS = {"he", "she", "it", "they", "who", "we", "i", "him", "her", "them"}


def words(name):
    return set(re.findall(r"\w+", name.lower())) - {"the", "a", "an", "s"}


def same(a, b):
    a, b = words(a), words(b)
    return bool(a and b) and (a <= b or b <= a)


def ends(claim):
    """The actors that may be given as the speaker of a claim."""
    chains = [claim["claimants"], *claim.get("claimants_alt", [])]
    return {chain[-1] for chain in chains if chain} | set(claim.get("co_claimants") or [])


def gold_of(folder):
    """The quotations of each article: span, names of its speakers, evidence of its claims."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "claims" not in gold:
            continue
        text = (folder / "articles" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        names = {a["id"]: [a["name"], *a.get("aliases", []), *a.get("nominals", [])] for a in gold["actors"]}
        quotations = []
        for m in MARKED.finditer(text):
            claims = [c for c in gold["claims"] if QUOTED & set(c.get("phenomena", []))
                      and any(min(e["end"], m.end()) - max(e["start"], m.start()) > 2 for e in c["evidence"])]
            speakers = [n for c in claims for s in sorted(ends(c)) for n in names.get(s, [])]
            if speakers:
                evidence = [text[e["start"]:e["end"]] for c in claims for e in c["evidence"]]
                quotations.append({"span": m.span(), "text": m.group(), "speakers": speakers, "evidence": evidence})
        yield f"{path.stem}.txt", quotations


def best(quotation, marked):
    """What a system says of a quotation: the mark that holds most of it, None where none holds half."""
    start, end = quotation["span"]
    shared = lambda q: min(q["end"], end) - max(q["start"], start)  # noqa: E731
    found = max(marked, key=shared, default=None)
    if found is None or 2 * shared(found) < end - start:
        # The quotation may be marked in pieces; half of it in all will do.
        pieces = [q for q in marked if shared(q) > 0]
        if 2 * sum(map(shared, pieces)) < end - start:
            return None
        found = max(pieces, key=shared)
    return found


def verdict(quotation, found):
    """Whether the words beside it, and the speaker, are right."""
    names = [n for n in (found.get("mention"), found.get("speaker")) if n]
    speaker = any(same(n, s) for n in names for s in quotation["speakers"])
    pronoun = {n.lower() for n in names} & PRONOUNS
    inside = any(re.search(rf"\b{p}\b", e.lower()) for p in pronoun for e in quotation["evidence"])
    return speaker or inside, speaker


def main(arguments):
    details = "--details" in arguments
    arguments = [a for a in arguments if a != "--details"]
    cut = arguments.index("--")
    gold = dict(entry for folder in arguments[:cut] for entry in gold_of(Path(folder)))
    total = sum(map(len, gold.values()))
    print(f"{total} quotations of {sum(map(bool, gold.values()))} articles\n")
    print("|  | found | with a speaker | right words | right speaker | right of those with a speaker |\n| --- | --- | --- | --- | --- | --- |")
    misses, figures = [], {}
    for path in arguments[cut + 1:]:
        system = json.loads(Path(path).read_text(encoding="utf-8"))
        found = named = beside = right = 0
        for article, quotations in gold.items():
            for q in quotations:
                f = best(q, system["files"].get(article, []))
                if f is None:
                    misses.append((system["tool"], article, "not found", "", q))
                    continue
                found += 1
                named += bool(f.get("mention") or f.get("speaker"))
                words_right, speaker = verdict(q, f)
                beside += words_right
                right += speaker
                if not speaker:
                    misses.append((system["tool"], article, "speaker", f.get("speaker") or f.get("mention") or "none", q))
        print(f"| {system['tool']} | {found} | {named} | {beside} | {right} | {100 * right / max(named, 1):.0f} % |")
        figures[system["tool"]] = found, right
    if details:
        for tool, article, what, said, q in misses:
            print(f"{tool}: {article}: {what} {said!r}, wanted {q['speakers'][0]!r}: {q['text'][:90]}")
    ours, *peers = figures.values()
    for tool, theirs in list(figures.items())[1:]:
        if theirs[0] > ours[0] or theirs[1] >= ours[1]:
            print(f"quotes: {tool} finds more or attributes as many", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
