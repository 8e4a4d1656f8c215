"""Word pieces of BERT's uncased vocabulary."""

import unicodedata

MAX_PIECES = 6  # a longer word loses its end
UNKNOWN, FIRST, LAST = 100, 101, 102


class WordPiece:
    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            self.index = {line.rstrip("\n"): i for i, line in enumerate(f)}
        self.known = {}

    def __call__(self, word):
        """The pieces of one word, at least one."""
        if word not in self.known:
            plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
            out = []
            for part in split(plain):
                out += self.pieces(part)
            self.known[word] = out[:MAX_PIECES] or [UNKNOWN]
        return self.known[word]

    def pieces(self, part):
        out, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = ("##" if start else "") + part[start:end]
                if piece in self.index:
                    out.append(self.index[piece])
                    start = end
                    break
            else:
                return [UNKNOWN]
        return out


def split(word):
    """Runs of letters and digits, and each other character alone."""
    out, run = [], ""
    for c in word:
        if c.isalnum():
            run += c
            continue
        out += [run] if run else []
        run = ""
        out += [] if c.isspace() else [c]
    return out + ([run] if run else [])
