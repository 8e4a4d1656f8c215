"""The joint network. Shapes: B sentences, T words, W = WIDTH."""

import torch
import torch.nn.functional as F
from torch import nn

from features import GRAMS, MAX_GRAMS, TABLES

WIDTH, PIECES, CONVS = 128, 3, 3
ATTENTION, HEADS, MAX_DISTANCE = 3, 4, 24
ARC, LABEL = 160, 64
GUIDELINES = ["uner", "wikigold", "wnut", "gum", "gmb"]


class Maxout(nn.Module):
    def __init__(self, n_in, n_out, pieces):
        super().__init__()
        self.linear, self.pieces = nn.Linear(n_in, n_out * pieces), pieces
        nn.init.xavier_uniform_(self.linear.weight, gain=1.5)

    def forward(self, x):
        # Output o is the largest of rows o*pieces .. o*pieces+pieces-1.
        return self.linear(x).unflatten(-1, (-1, self.pieces)).amax(-1)


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
        y = (drop(score.softmax(-1)) @ v).transpose(1, 2).reshape(b, t, w)
        x = x + drop(self.out(y))
        return x + drop(self.feed(self.norm2(x)))


class Reader(nn.Module):
    def __init__(self, sizes, dropout=0.2, word_dropout=0.15):
        super().__init__()
        self.word_dropout = word_dropout
        self.tables = nn.ModuleList(nn.Embedding(n, w) for _, n, w in TABLES)
        self.grams = nn.Embedding(GRAMS[1], GRAMS[2])
        for e in list(self.tables) + [self.grams]:
            nn.init.normal_(e.weight, std=0.1)
        n_in = sum(w for _, _, w in TABLES) + GRAMS[2]
        self.mix, self.mix_norm = Maxout(n_in, WIDTH, PIECES), nn.LayerNorm(WIDTH)
        self.convs = nn.ModuleList(Maxout(3 * WIDTH, WIDTH, PIECES) for _ in range(CONVS))
        self.conv_norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(CONVS))
        self.attention = nn.ModuleList(Attention() for _ in range(ATTENTION))
        self.last_norm = nn.LayerNorm(WIDTH)
        self.upos, self.xpos = nn.Linear(WIDTH, sizes["upos"]), nn.Linear(WIDTH, sizes["xpos"])
        # One shared matrix and a correction per annotation guideline.
        self.names = nn.Linear(WIDTH, sizes["names"])
        self.names_by = nn.Parameter(torch.zeros(len(GUIDELINES), sizes["names"], WIDTH))
        self.mlp = nn.Linear(WIDTH, 2 * ARC + 2 * LABEL)  # arc dep, arc head, label dep, label head
        self.arc_root, self.label_root = nn.Parameter(torch.zeros(ARC)), nn.Parameter(torch.zeros(LABEL))
        self.arc = nn.Linear(ARC, ARC)  # its bias is the prior of a head
        self.label = nn.Parameter(torch.zeros(sizes["deprel"], LABEL, LABEL))
        self.label_dep, self.label_head = nn.Linear(LABEL, sizes["deprel"]), nn.Linear(LABEL, sizes["deprel"], bias=False)
        self.drop, self.mlp_drop = nn.Dropout(dropout), nn.Dropout(0.3)
        nn.init.normal_(self.label, std=0.02)
        nn.init.normal_(self.arc_root, std=0.1)
        nn.init.normal_(self.label_root, std=0.1)

    def embed(self, rows, grams, count):
        parts = [t(rows[..., 2 * i : 2 * i + 2]).sum(-2) for i, t in enumerate(self.tables)]
        if self.training:  # hide the word itself, so that affixes learn to stand alone
            parts[0] = parts[0] * (torch.rand(parts[0].shape[:-1]) >= self.word_dropout)[..., None]
        used = (torch.arange(MAX_GRAMS) < count[..., None]).float()
        parts.append((self.grams(grams) * used[..., None]).sum(-2) / count[..., None].clamp(min=1))
        return torch.cat(parts, -1)

    def encode(self, batch):
        mask = batch["mask"]
        m = mask[..., None].float()
        x = self.mix_norm(self.mix(self.drop(self.embed(batch["rows"], batch["grams"], batch["count"]))))
        x = self.drop(x) * m
        for conv, norm in zip(self.convs, self.conv_norms):
            near = torch.cat([F.pad(x, (0, 0, 1, 0))[:, :-1], x, F.pad(x, (0, 0, 0, 1))[:, 1:]], -1)
            x = (x + self.drop(norm(conv(near)))) * m
        for layer in self.attention:
            x = layer(x, mask, self.drop) * m
        return self.drop(self.last_norm(x))

    def parts(self, x):
        """Arc scores [B,T,T+1] (head 0 = root) and label vectors of words and heads."""
        h = self.mlp_drop(F.relu(self.mlp(x)))
        ad, ah, ld, lh = h.split([ARC, ARC, LABEL, LABEL], -1)
        b = x.shape[0]
        ah = torch.cat([self.arc_root.expand(b, 1, ARC), ah], 1)
        lh = torch.cat([self.label_root.expand(b, 1, LABEL), lh], 1)
        return self.arc(ad) @ ah.transpose(1, 2), ld, lh

    def label_scores(self, ld, lh):
        """ld, lh [N,LABEL], the word and its head -> [N,relations]."""
        y = F.linear(lh, self.label.flatten(0, 1)).view(len(lh), -1, LABEL)
        return (y * ld[:, None]).sum(-1) + self.label_dep(ld) + self.label_head(lh)

    def name_scores(self, x, guideline):
        """guideline [B] indexes GUIDELINES."""
        y = self.names(x)
        return y + torch.einsum("btw,blw->btl", x, self.names_by[guideline])
