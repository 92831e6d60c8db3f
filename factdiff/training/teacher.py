"""The teacher: a small sentence transformer that learns to find names and then labels texts.

It is too large and slow to ship. What it thinks of each token, as the likelihood of every tag, is
what the student learns from, beside the labels of the sources.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch  # type: ignore[import-not-found,unused-ignore]
from torch import nn  # type: ignore[import-not-found,unused-ignore]
from transformers import (  # type: ignore[import-not-found,unused-ignore]
    AutoModel,
    AutoTokenizer,
)

from factdiff.training.texts import OPEN, TAGS, Text

_START, _END, _UNKNOWN = 101, 102, 100  # of the encoder's vocabulary; a line break is an end
_LONGEST = 256  # pieces of words; what lies beyond is left open
_CASES = 9


class Teacher(nn.Module):  # type: ignore[misc,unused-ignore]
    """The encoder, told how each word is written, and a layer that reads tags off it."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds the weights of the sentence encoder."""
        super().__init__()
        self.encoder: Any = AutoModel.from_pretrained(folder)
        size = self.encoder.config.hidden_size
        self.case, self.plain = nn.Embedding(_CASES, size), nn.Embedding(2, size)
        self.case_again = nn.Embedding(_CASES, 32)
        self.drop, self.out = nn.Dropout(0.1), nn.Linear(size + 32, len(TAGS))
        nn.init.normal_(self.case.weight, std=0.02)
        nn.init.zeros_(self.plain.weight)

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, case: torch.Tensor, plain: torch.Tensor
    ) -> torch.Tensor:
        """Scores of all tags for each piece of a word."""
        words = self.encoder.embeddings.word_embeddings(ids)
        words = words + self.case(case) + self.plain(plain)[:, None, :]
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        scores: torch.Tensor = self.out(torch.cat([self.drop(hidden), self.case_again(case)], -1))
        return scores


def _case(word: str) -> int:
    if word.isupper() and len(word) > 1:
        return 1
    if word[:1].isupper():
        return 2 if word[1:].islower() else 3
    if any(letter.isupper() for letter in word):
        return 4
    if word[:1].isdigit():
        return 5
    return 6 if word.islower() else 7


class Pieces:
    """Cuts texts into the encoder's pieces of words."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds the encoder's vocabulary."""
        self._cut: Any = AutoTokenizer.from_pretrained(folder)
        self._known: dict[str, list[int]] = {}

    def __call__(self, tokens: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
        """Pieces, their cases, and the place of the first piece of each token."""
        ids, cases, first = [_START], [0], []
        for word in tokens:
            first.append(len(ids))
            pieces = self._of(word)
            ids += pieces
            cases += [_case(word)] * len(pieces)
        ids, cases = [*ids[: _LONGEST - 1], _END], [*cases[: _LONGEST - 1], 0]
        return ids, cases, [place for place in first if place < _LONGEST - 1]

    def _of(self, word: str) -> list[int]:
        if word not in self._known:
            found = self._cut(word, add_special_tokens=False)["input_ids"][:6]
            self._known[word] = [_END] if word.isspace() else found or [_UNKNOWN]
        return self._known[word]


def _batches(
    texts: Sequence[Text], pieces: Pieces, size: int, rng: random.Random | None
) -> Iterator[list[tuple[int, Any]]]:
    order = list(range(len(texts)))
    if rng is None:
        order.sort(key=lambda i: len(texts[i].tokens))
    else:
        rng.shuffle(order)
    found: list[list[tuple[int, Any]]] = []
    for start in range(0, len(order), 1500):
        cut = [(i, pieces(texts[i].tokens)) for i in order[start : start + 1500]]
        cut.sort(key=lambda one: len(one[1][0]))
        batch: list[tuple[int, Any]] = []
        for one in cut:
            if batch and (len(batch) + 1) * len(one[1][0]) > size:
                found.append(batch)
                batch = []
            batch.append(one)
        found.append(batch)
        if rng is None:
            yield from found
            found = []
    if rng is not None:
        rng.shuffle(found)
        yield from found


def _tensors(texts: Sequence[Text], batch: list[tuple[int, Any]]) -> tuple[torch.Tensor, ...]:
    longest = max(len(cut[0]) for _, cut in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    case, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    tags = torch.full_like(ids, OPEN)
    plain = torch.tensor([int(texts[i].plain) for i, _ in batch])
    for row, (i, (words, cases, first)) in enumerate(batch):
        ids[row, : len(words)] = torch.tensor(words)
        case[row, : len(words)] = torch.tensor(cases)
        mask[row, : len(words)] = 1
        tags[row, torch.tensor(first)] = torch.tensor(texts[i].tags[: len(first)])
    return ids, mask, case, plain, tags


def learn(texts: Sequence[Text], folder: Path, options: dict[str, Any], target: Path) -> None:
    """Fine-tune the encoder on `texts` once through and store its weights."""
    torch.manual_seed(options["seed"])
    torch.set_num_threads(1)
    model, pieces = Teacher(folder), Pieces(folder)
    batches = list(_batches(texts, pieces, options["batch"], random.Random(options["seed"])))
    inner = [p for name, p in model.named_parameters() if name.startswith("encoder")]
    outer = [p for name, p in model.named_parameters() if not name.startswith("encoder")]
    groups = [
        {"params": inner, "lr": options["rate"]},
        {"params": outer, "lr": 5 * options["rate"]},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min(1, (k + 1) / (0.06 * steps)) * max(0.02, (steps - k) / steps)
    )
    begun, mean = time.time(), 0.0
    model.train()
    for step, batch in enumerate(batches):
        ids, mask, case, plain, tags = _tensors(texts, batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model(ids, mask, case, plain)
        loss = nn.functional.cross_entropy(
            scores.float().view(-1, len(TAGS)), tags.view(-1), ignore_index=OPEN
        )
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        mean = 0.98 * mean + 0.02 * float(loss)
        if step % 50 == 0:
            print(f"{step} of {steps}, loss {mean:.4f}, {time.time() - begun:.0f} s", flush=True)
    torch.save(model.state_dict(), target)


def soft_labels(
    texts: Sequence[Text], folder: Path, weights: Path, size: int = 6000
) -> list[np.ndarray[Any, np.dtype[np.uint8]]]:
    """For each text the likelihood of every tag of every token, in 255ths; 0 beyond its reach."""
    torch.set_num_threads(1)
    model, pieces = Teacher(folder), Pieces(folder)
    model.load_state_dict(torch.load(weights))
    model.eval()
    found: list[Any] = [None] * len(texts)
    with torch.inference_mode():
        for batch in _batches(texts, pieces, size, None):
            ids, mask, case, plain, _ = _tensors(texts, batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model(ids, mask, case, torch.zeros_like(plain))
            likely = (scores.float().softmax(-1) * 255).round().byte().numpy()
            for row, (i, (_, _, first)) in enumerate(batch):
                whole = np.zeros((len(texts[i].tokens), len(TAGS)), dtype=np.uint8)
                whole[: len(first)] = likely[row, first]
                found[i] = whole
    return found
