"""The joint network. Shapes: B sentences, T words, W = WIDTH."""

import torch
import torch.nn.functional as F
from torch import nn

from features import GRAMS, MAX_GRAMS, TABLES, VECTOR

WIDTH, PIECES, CONVS = 160, 3, 3
ATTENTION, HEADS, MAX_DISTANCE = 3, 5, 24
ARC, LABEL = 160, 48
GUIDELINES = ["uner", "wikigold", "wnut", "gum", "gmb", "btc", "politics", "teacher"]


class Maxout(nn.Module):
    def __init__(self, n_in, n_out, pieces):
        super().__init__()
        self.linear, self.pieces = nn.Linear(n_in, n_out * pieces), pieces
        nn.init.xavier_uniform_(self.linear.weight, gain=1.5)

    def forward(self, x):
        # Output o is the largest of rows o*pieces .. o*pieces+pieces-1.
        return self.linear(x).unflatten(-1, (-1, self.pieces)).amax(-1)


class Dropout(nn.Module):
    """Drops the same elements of all words of a sentence: x is [B,T,width]."""

    def __init__(self, rate):
        super().__init__()
        self.keep = 1 - rate

    def forward(self, x):
        if not self.training:
            return x
        return x * ((torch.rand(x.shape[0], 1, x.shape[2]) < self.keep).to(x.dtype) / self.keep)


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.feed = Maxout(WIDTH, WIDTH, 2)
        self.distance = nn.Parameter(torch.zeros(HEADS, 2 * MAX_DISTANCE + 1))

    def forward(self, x, mask, drop):
        b, t, w = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, t, 3, HEADS, w // HEADS).permute(2, 0, 3, 1, 4)
        at = torch.arange(t)
        bias = self.distance[:, (at[None] - at[:, None]).clamp(-MAX_DISTANCE, MAX_DISTANCE) + MAX_DISTANCE]
        score = q @ k.transpose(-1, -2) / (w // HEADS) ** 0.5 + bias
        score = score.masked_fill(~mask[:, None, None], -1e9)
        y = (score.softmax(-1) @ v).transpose(1, 2).reshape(b, t, w)
        x = x + drop(self.out(y))
        return x + drop(self.feed(self.norm2(x)))


class Heads(nn.Module):
    """Scores out of the vectors of words, of the given width."""

    def __init__(self, sizes, width, arc, label, drop, mlp_drop):
        super().__init__()
        self.arc_width, self.label_width = arc, label
        self.upos, self.xpos = nn.Linear(width, sizes["upos"]), nn.Linear(width, sizes["xpos"])
        # One shared matrix and a correction per annotation guideline.
        self.names = nn.Linear(width, sizes["names"])
        self.names_by = nn.Parameter(torch.zeros(len(GUIDELINES), sizes["names"], width))
        self.mlp = nn.Linear(width, 2 * arc + 2 * label)  # arc dep, arc head, label dep, label head
        self.arc_root, self.label_root = nn.Parameter(torch.zeros(arc)), nn.Parameter(torch.zeros(label))
        self.arc = nn.Linear(arc, arc)  # its bias is the prior of a head
        self.label = nn.Parameter(torch.zeros(sizes["deprel"], label, label))
        self.label_dep, self.label_head = nn.Linear(label, sizes["deprel"]), nn.Linear(label, sizes["deprel"], bias=False)
        self.drop, self.mlp_drop = drop, mlp_drop
        nn.init.normal_(self.label, std=0.02)
        nn.init.normal_(self.arc_root, std=0.1)
        nn.init.normal_(self.label_root, std=0.1)

    def parts(self, x):
        """Arc scores [B,T,T+1] (head 0 = root) and label vectors of words and heads."""
        arc, label = self.arc_width, self.label_width
        h = self.mlp_drop(F.relu(self.mlp(x)))
        ad, ah, ld, lh = h.split([arc, arc, label, label], -1)
        b = x.shape[0]
        ah = torch.cat([self.arc_root.expand(b, 1, arc), ah], 1)
        lh = torch.cat([self.label_root.expand(b, 1, label), lh], 1)
        return self.arc(ad) @ ah.transpose(1, 2), ld, lh

    def label_scores(self, ld, lh):
        """ld, lh [N,label], the word and its head -> [N,relations]."""
        y = F.linear(lh, self.label.flatten(0, 1)).view(len(lh), -1, self.label_width)
        return (y * ld[:, None]).sum(-1) + self.label_dep(ld) + self.label_head(lh)

    def name_scores(self, x, guideline):
        """guideline [B] indexes GUIDELINES."""
        y = self.names(x)
        return y + torch.einsum("btw,blw->btl", x, self.names_by[guideline])


class Spelling(nn.Module):
    """Hashed features of words and their vectors where there are some, side by side."""

    def __init__(self, word_dropout=0.15, vectors=None):
        super().__init__()
        self.word_dropout, self.keys = word_dropout, None
        self.tables = nn.ModuleList(nn.Embedding(n, w) for _, n, w in TABLES)
        self.grams = nn.Embedding(GRAMS[1], GRAMS[2])
        for e in list(self.tables) + [self.grams]:
            nn.init.normal_(e.weight, std=0.1)
        self.width = sum(w for _, _, w in TABLES) + GRAMS[2]
        if vectors is not None:
            keys, values = vectors
            self.keys = {int(k): i + 1 for i, k in enumerate(keys)}
            self.register_buffer("vectors", torch.cat([torch.zeros(1, VECTOR), torch.from_numpy(values).float()]))
            self.width += VECTOR

    def forward(self, batch):
        rows, grams, count = batch["rows"], batch["grams"], batch["count"]
        parts = [t(rows[..., 2 * i : 2 * i + 2]).sum(-2) for i, t in enumerate(self.tables)]
        if self.training:  # hide the word itself, so that affixes learn to stand alone
            parts[0] = parts[0] * (torch.rand(parts[0].shape[:-1]) >= self.word_dropout)[..., None]
        used = (torch.arange(MAX_GRAMS) < count[..., None]).float()
        parts.append((self.grams(grams) * used[..., None]).sum(-2) / count[..., None].clamp(min=1))
        if self.keys:
            at = torch.tensor([[self.keys.get(k, 0) for k in row] for row in batch["keys"].tolist()])
            if self.training:
                at = at * (torch.rand(at.shape) >= self.word_dropout)
            parts.append(F.embedding(at, self.vectors))
        return torch.cat(parts, -1)


class Reader(Heads):
    def __init__(self, sizes, vectors, dropout=0.15):
        super().__init__(sizes, WIDTH, ARC, LABEL, Dropout(dropout), Dropout(0.25))
        self.spelling = Spelling(vectors=vectors)
        self.mix, self.mix_norm = Maxout(self.spelling.width, WIDTH, PIECES), nn.LayerNorm(WIDTH)
        self.convs = nn.ModuleList(Maxout(3 * WIDTH, WIDTH, PIECES) for _ in range(CONVS))
        self.conv_norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(CONVS))
        self.attention = nn.ModuleList(Attention() for _ in range(ATTENTION))
        self.last_norm = nn.LayerNorm(WIDTH)

    def encode(self, batch):
        mask = batch["mask"]
        m = mask[..., None].float()
        x = self.mix_norm(self.mix(self.drop(self.spelling(batch))))
        x = self.drop(x) * m
        for conv, norm in zip(self.convs, self.conv_norms):
            near = torch.cat([F.pad(x, (0, 0, 1, 0))[:, :-1], x, F.pad(x, (0, 0, 0, 1))[:, 1:]], -1)
            x = (x + self.drop(norm(conv(near)))) * m
        for layer in self.attention:
            x = layer(x, mask, self.drop) * m
        return self.drop(self.last_norm(x))
