"""Word features, hashed to table rows.

extract/nlp/neural/features.go computes the same rows from the same bytes;
testdata/features.tsv there is written by export.py and checked by a Go test.
"""

from functools import lru_cache

# (name, rows, width). Every feature of a word picks two rows, which are summed.
TABLES = [
    ("norm", 16384, 96),
    ("prefix", 2048, 32),
    ("suffix3", 4096, 64),
    ("suffix2", 1024, 32),
    ("shape", 1024, 32),
]
# Character trigrams of "<norm>" pick one row each; the rows are averaged.
GRAMS = ("grams", 8192, 64)
MAX_GRAMS = 16  # a longer word keeps its first trigrams
MAX_RUNES = 64  # a longer word is cut before anything else looks at it

# Some words have a vector of this width besides (vectors.py), found by a hash
# of 32 bits: one strange word in 10⁵ gets the vector of another.
VECTOR = 64
VECTOR_SEED = 255

MASK64 = (1 << 64) - 1
FOLD = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"}


def hash64(seed: int, s: str) -> int:
    """FNV-1a over one seed byte and the UTF-8 bytes, then mixed once."""
    h = 0xCBF29CE484222325
    for b in bytes([seed]) + s.encode("utf-8"):
        h = ((h ^ b) * 0x100000001B3) & MASK64
    h ^= h >> 32
    h = (h * 0x9E3779B97F4A7C15) & MASK64
    return h ^ (h >> 29)


def lower(c: str) -> str:
    l = c.lower()
    return l if len(l) == 1 else c


def norm(word: str) -> str:
    """Lower case, digits as 0, quotation marks and dashes as in ASCII."""
    return "".join("0" if "0" <= c <= "9" else FOLD.get(c) or lower(c) for c in word)


def shape(word: str) -> str:
    """X upper, x lower, d digit, anything else itself; runs longer than 4 are cut."""
    out, last, run = [], "", 0
    for c in word:
        c = FOLD.get(c, c)
        k = "d" if "0" <= c <= "9" else "X" if lower(c) != c else "x" if c.isalpha() else c
        run = run + 1 if k == last else 1
        last = k
        if run <= 4:
            out.append(k)
    return "".join(out)


def hash32(norm: str) -> int:
    """The key of a word in the table of vectors."""
    return hash64(VECTOR_SEED, norm) >> 32


@lru_cache(maxsize=None)
def rows(word: str):
    """Two rows per table (table order), 1..MAX_GRAMS rows of the trigram table, and the key of the vector."""
    word = word[:MAX_RUNES]
    n = norm(word)
    values = [n, n[:3], n[-3:], n[-2:], shape(word)]
    out = []
    for seed, (value, (_, size, _)) in enumerate(zip(values, TABLES)):
        h = hash64(seed, value)
        out += [(h & 0xFFFFFFFF) % size, (h >> 32) % size]
    padded = "<" + n + ">"
    grams = [padded[i : i + 3] for i in range(len(padded) - 2)][:MAX_GRAMS] or [padded]
    return out, [hash64(len(TABLES), g) % GRAMS[1] for g in grams], hash32(n)
