"""The teacher: MiniLM under the same heads. Slow, so only training uses it."""

import json
import struct

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from model import Heads, Maxout, Spelling
from wordpiece import FIRST, LAST, WordPiece

LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536


def safetensors(path):
    with open(path, "rb") as f:
        size = struct.unpack("<Q", f.read(8))[0]
        header, data = json.loads(f.read(size)), f.read()
    out = {}
    for name, t in header.items():
        if t.get("dtype") == "F32":
            a, b = t["data_offsets"]
            out[name] = torch.from_numpy(np.frombuffer(data[a:b], "<f4").reshape(t["shape"]).copy())
    return out


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, block, drop):
        b, t, w = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, w // HEADS).permute(2, 0, 3, 1, 4)
        score = q @ k.transpose(-1, -2) * (w // HEADS) ** -0.5 + block.to(q.dtype)
        y = (score.softmax(-1, dtype=q.dtype) @ v).transpose(1, 2).reshape(b, t, w)
        x = self.norm1(x + drop(self.out(y)))
        return self.norm2(x + drop(self.narrow(F.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """BERT's layers. pieces [B,P] with mask [B,P] -> the outputs of all layers."""

    def __init__(self, path):
        super().__init__()
        s = safetensors(path)
        # The tables stay as they are: half of the parameters for little gain.
        self.register_buffer("words", s["embeddings.word_embeddings.weight"])
        self.register_buffer("places", s["embeddings.position_embeddings.weight"] + s["embeddings.token_type_embeddings.weight"][0])
        self.norm, self.drop = nn.LayerNorm(WIDTH, 1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        with torch.no_grad():
            self.fill(self.norm, s, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for end in ("weight", "bias"):
                    parts = [s[f"{p}attention.self.{k}.{end}"] for k in ("query", "key", "value")]
                    getattr(layer.qkv, end).copy_(torch.cat(parts))
                self.fill(layer.out, s, p + "attention.output.dense")
                self.fill(layer.norm1, s, p + "attention.output.LayerNorm")
                self.fill(layer.wide, s, p + "intermediate.dense")
                self.fill(layer.narrow, s, p + "output.dense")
                self.fill(layer.norm2, s, p + "output.LayerNorm")

    @staticmethod
    def fill(module, s, key):
        module.weight.copy_(s[key + ".weight"])
        module.bias.copy_(s[key + ".bias"])

    def forward(self, pieces, mask):
        x = F.embedding(pieces, self.words) + self.places[: pieces.shape[1]]
        x = self.drop(self.norm(x))
        out = [x]
        block = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None]
        for layer in self.layers:
            x = layer(x, block, self.drop)
            out.append(x)
        return out


class Teacher(Heads):
    def __init__(self, sizes, folder, dropout=0.2):
        super().__init__(sizes, WIDTH, 256, 96, nn.Dropout(dropout), nn.Dropout(0.3))
        self.piece = WordPiece(folder + "/vocab.txt")
        self.encoder = Encoder(folder + "/model.safetensors")
        self.layer_weight = nn.Parameter(torch.tensor([0.0] * LAYERS + [2.0]))
        # MiniLM reads no capitals and no affixes.
        self.spelling = Spelling(word_dropout=0.5)
        self.mix, self.mix_norm = Maxout(WIDTH + self.spelling.width, WIDTH, 2), nn.LayerNorm(WIDTH)

    def pieces(self, words):
        """Pieces of the sentences, their mask, and of which word each is (-1 of none)."""
        rows = []
        for sentence in words:
            ids, of = [FIRST], [-1]
            for i, w in enumerate(sentence):
                p = self.piece(w)
                if len(ids) + len(p) > 511:
                    break
                ids, of = ids + p, of + [i] * len(p)
            rows.append((ids + [LAST], of + [-1]))
        width = -(-max(len(ids) for ids, _ in rows) // 8) * 8  # few different shapes
        pad = lambda v, by: v + [by] * (width - len(v))
        ids = torch.tensor([pad(ids, 0) for ids, _ in rows])
        return ids, torch.tensor([pad([True] * len(ids), False) for ids, _ in rows]), torch.tensor([pad(of, -1) for _, of in rows])

    def encode(self, batch):
        ids, mask, of = self.pieces(batch["words"])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            layers = self.encoder(ids, mask)
        weight = self.layer_weight.softmax(0)
        x = sum(w * l.float() for w, l in zip(weight, layers))
        b, t = batch["mask"].shape
        at = (of + torch.arange(b)[:, None] * t)[of >= 0]
        total = torch.zeros(b * t, WIDTH).index_add(0, at, x[of >= 0])
        count = torch.zeros(b * t).index_add(0, at, torch.ones(len(at)))
        x = (total / count.clamp(min=1)[:, None]).view(b, t, WIDTH)
        x = self.mix_norm(self.mix(self.drop(torch.cat([x, self.spelling(batch)], -1))))
        return self.drop(x) * batch["mask"][..., None].float()
