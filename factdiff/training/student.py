"""The student: the name finder that is shipped, trained with PyTorch on labels and the teacher.

The layers are those of `factdiff.pipeline.finder`, which computes the same with numpy alone.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import spacy
import torch  # type: ignore[import-not-found,unused-ignore]
from numpy.typing import NDArray
from spacy.tokens import Doc
from torch import nn  # type: ignore[import-not-found,unused-ignore]

from factdiff.pipeline.features import hashed_features, table_rows
from factdiff.pipeline.finder import hash_rows
from factdiff.pipeline.word_table import word_table
from factdiff.training.texts import OPEN, TAGS, Text


class Student(nn.Module):  # type: ignore[misc,unused-ignore]
    """Hash tables and word table, a mixing layer, windows, and a score for each tag."""

    def __init__(self, options: dict[str, Any]) -> None:
        """`options` is the table `student` of the recipe."""
        super().__init__()
        width, self.reaches = options["width"], options["reaches"]
        sizes = list(zip(options["rows"], options["widths"], strict=True))
        self.tables = nn.ModuleList(nn.EmbeddingBag(r, w, mode="sum") for r, w in sizes)
        for table in self.tables:
            nn.init.uniform_(table.weight, -0.1, 0.1)
        self.vectors = torch.from_numpy(word_table().vectors)
        self.known = nn.Linear(self.vectors.shape[1], options["vector_width"])
        self.mix = nn.Linear(sum(options["widths"]) + options["vector_width"], width)
        self.mix_norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(_Layer(width, options["inner"]) for _ in self.reaches)
        self.out = nn.Linear(width, len(TAGS))
        self.drop = nn.Dropout(options["dropout"])

    def forward(
        self, places: torch.Tensor, rows: torch.Tensor, inside: torch.Tensor
    ) -> torch.Tensor:
        """Scores; `places` are rows of the tables, `inside` is 0 between texts."""
        columns = [table(places[:, i]) for i, table in enumerate(self.tables)]
        hidden = self.mix_norm(self.mix(torch.cat([*columns, self.known(self.vectors[rows])], 1)))
        mask = inside[:, None]
        hidden = self.drop(hidden) * mask
        for reach, layer in zip(self.reaches, self.layers, strict=True):
            padded = nn.functional.pad(hidden, (0, 0, reach, reach))
            window = torch.cat([padded[: -2 * reach], hidden, padded[2 * reach :]], 1)
            hidden = layer(hidden, self.drop(window)) * mask
        scores: torch.Tensor = self.out(hidden)
        return scores

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """As `factdiff.pipeline.finder` wants them."""
        found = {f"column{i}": table.weight for i, table in enumerate(self.tables)}
        linear = {"known": self.known, "out": self.out, "mix": self.mix}
        norms = {"mix": self.mix_norm}
        for i, layer in enumerate(self.layers):
            linear[f"layer{i}"], linear[f"layer{i}.back"] = layer.inner, layer.back
            norms[f"layer{i}"] = layer.norm
        for name, norm in norms.items():
            found[f"{name}.scale"], found[f"{name}.shift"] = norm.weight, norm.bias
        for name, one in linear.items():
            found[f"{name}.weight"], found[f"{name}.bias"] = one.weight.T, one.bias
        return {name: value.detach().float().numpy().copy() for name, value in found.items()}


class _Layer(nn.Module):  # type: ignore[misc,unused-ignore]
    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.inner, self.back = nn.Linear(3 * width, inner), nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width)

    def forward(self, hidden: torch.Tensor, window: torch.Tensor) -> torch.Tensor:
        added = self.back(nn.functional.relu(self.inner(window)))
        normed: torch.Tensor = self.norm(hidden + added)
        return normed


@dataclass(slots=True)
class Examples:
    """All tokens of all texts in a row; text `i` is `starts[i]` to `starts[i + 1]`."""

    places: NDArray[np.int16]
    unknown: NDArray[np.int16]
    rows: NDArray[np.int32]
    gold: NDArray[np.int8]
    plain: NDArray[np.bool_]
    soft: NDArray[np.uint8]
    starts: NDArray[np.int64]


def examples(
    texts: Sequence[Text], soft: Sequence[NDArray[np.uint8]], options: dict[str, Any]
) -> Examples:
    """Features, tags and the teacher's likelihoods as arrays."""
    vocab, sizes = spacy.blank("en").vocab, options["rows"]
    places, rows = [], []
    for text in texts:
        doc = Doc(vocab, words=list(text.tokens))
        keys = hashed_features(doc, options["columns"])
        cut = [hash_rows(keys[:, i], i, size) for i, size in enumerate(sizes)]
        places.append(np.stack(cut, axis=1).astype(np.int16))
        rows.append(table_rows(doc).astype(np.int32))
    nothing = np.zeros(1, dtype=np.uint64)
    lengths = [len(text.tokens) for text in texts]
    tags = [np.array(text.tags) for text in texts]
    return Examples(
        np.concatenate(places),
        np.stack([hash_rows(nothing, i, size)[0] for i, size in enumerate(sizes)]).astype(np.int16),
        np.concatenate(rows),
        np.concatenate(tags).astype(np.int8),
        np.repeat([text.plain for text in texts], lengths),
        np.concatenate(soft),
        np.concatenate([[0], np.cumsum(lengths)]),
    )


def _batches(data: Examples, size: int, gap: int, rng: random.Random) -> Iterator[Any]:
    """Token indexes of one batch, -1 between its texts; without end."""
    order = list(range(len(data.starts) - 1))
    while True:
        rng.shuffle(order)
        batch: list[Any] = []
        count = 0
        for text in order:
            first, last = data.starts[text], data.starts[text + 1]
            batch += [np.arange(first, last), np.full(gap, -1)]
            count += last - first
            if count >= size:
                yield np.concatenate(batch)
                batch, count = [], 0


def learn(data: list[Examples], options: dict[str, Any]) -> Student:
    """The student after all rounds; each goes on from the weights of the one before."""
    state = None
    for settings in options["rounds"]:
        model = _round(data, {**options, **settings}, state)
        state = model.state_dict()
    return model


def _round(
    data: list[Examples],
    options: dict[str, Any],
    state: Any,  # noqa: ANN401 - PyTorch's own
) -> Student:
    """The student after `options["steps"]`: the running mean of its weights."""
    torch.manual_seed(options["seed"])
    np.random.seed(options["seed"])
    torch.set_num_threads(1)
    model, mean = Student(options), Student(options)
    if state is not None:
        model.load_state_dict(state)
    mean.load_state_dict(model.state_dict())
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=options["rate"], weight_decay=0.01, betas=(0.9, 0.99)
    )
    steps = options["steps"]
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min(1, (k + 1) / 300) * max(0.01, (steps - k) / steps)
    )
    rng = random.Random(options["seed"])
    draws = [_batches(one, options["batch"], max(options["reaches"]), rng) for one in data]
    parts = list(zip(data, options["joins"], strict=True))
    begun, loss_mean = time.time(), 0.0
    model.train()
    for step in range(steps):
        joined = [len(one.rows) if step >= first else 0 for one, first in parts]
        which = rng.choices(range(len(data)), joined)[0]
        chosen = next(draws[which])
        loss = _loss(model, data[which], chosen, options)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        _follow(mean, model, min(options["memory"], (step + 1) / (step + 10)))
        loss_mean = 0.99 * loss_mean + 0.01 * loss.item()
        if step % 200 == 0:
            print(
                f"{step} of {steps}, loss {loss_mean:.4f}, {time.time() - begun:.0f} s", flush=True
            )
    mean.eval()
    return mean


def _follow(mean: nn.Module, model: nn.Module, memory: float) -> None:
    with torch.no_grad():
        old, new = list(mean.parameters()), [p.detach() for p in model.parameters()]
        torch._foreach_lerp_(old, new, 1 - memory)


def _loss(model: Student, data: Examples, chosen: Any, options: dict[str, Any]) -> torch.Tensor:  # noqa: ANN401
    inside = chosen >= 0
    places = data.places[chosen].astype(np.int64)
    rows = data.rows[chosen].astype(np.int64)
    letters = [i for i, name in enumerate(options["columns"]) if name != "SHAPE"]
    unread = np.random.random(len(chosen)) < options["unknown_letters"]
    for column in letters:
        places[unread, column] = data.unknown[column]
    word = np.random.random(len(chosen)) < options["unknown_words"]
    places[word, 0] = data.unknown[0]
    rows[np.random.random(len(chosen)) < options["unknown_rows"]] = 0
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = model(
            torch.from_numpy(places),
            torch.from_numpy(rows),
            torch.from_numpy(inside.astype(np.float32)),
        )
    target, weight = _target(data, chosen, inside, options)
    likely = scores.float().log_softmax(1)
    each = -(torch.from_numpy(target) * likely).sum(1)
    weights = torch.from_numpy(weight)
    return (each * weights).sum() / weights.sum()


def _target(
    data: Examples,
    chosen: Any,  # noqa: ANN401
    inside: NDArray[np.bool_],
    options: dict[str, Any],
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The tag to learn, as likelihoods, and how much each token counts."""
    soft = data.soft[chosen].astype(np.float32)
    total = soft.sum(1)
    soft /= np.maximum(total, 1)[:, None]
    gold = data.gold[chosen].astype(np.int64)
    given = gold != OPEN
    hard = np.zeros_like(soft)
    hard[np.flatnonzero(given), gold[given]] = 1
    share = np.where(data.plain[chosen], options["trust_plain"], options["trust_gold"])
    share = np.where(total == 0, 1.0, np.where(given, share, 0.0)).astype(np.float32)
    target = share[:, None] * hard + (1 - share)[:, None] * soft
    weight = (inside & (given | (total > 0))).astype(np.float32)
    return target.astype(np.float32), weight
