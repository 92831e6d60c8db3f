"""The training texts as tokens and tags, and the tags."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factdiff.training.corpus import Entity, Sentence

LABELS = ("EVENT", "LAW", "LOC", "MISC", "NORP", "ORG", "PERSON")
TAGS = ("O", *(f"{part}-{label}" for label in LABELS for part in "BI"))
OPEN = -100  # the tag of a token whose label the source leaves open; PyTorch's own sign for it


@dataclass(frozen=True, slots=True)
class Text:
    """A run of sentences; `tags` point into `TAGS` or are `OPEN`; `plain` labels are uncertain."""

    tokens: tuple[str, ...]
    tags: tuple[int, ...]
    plain: bool


def text_of(sentences: Iterable[Sentence], rng: random.Random, break_share: float = 0.4) -> Text:
    """One text, with line breaks between some of its sentences."""
    tokens: list[str] = []
    tags: list[int] = []
    plain = False
    for sentence in sentences:
        plain = plain or sentence.source == "gmb"
        if tokens and rng.random() < break_share:
            tokens.append(rng.choice(["\n", "\n\n"]))
            tags.append(0)
        tokens += sentence.tokens
        tags += tags_of(len(sentence.tokens), sentence.ents, sentence.missing)
    return Text(tuple(tokens), tuple(tags), plain)


def tags_of(length: int, ents: Iterable[Entity], missing: Iterable[int] = ()) -> list[int]:
    """The tag of each token."""
    tags = [0] * length
    for index in missing:
        tags[index] = OPEN
    for start, end, label in ents:
        first = TAGS.index(f"B-{label}")
        tags[start:end] = [first] + [first + 1] * (end - start - 1)
    return tags


def write_texts(texts: Iterable[Text], path: Path) -> None:
    """One JSON list a line: tokens, tags, plain."""
    with path.open("w", encoding="utf8") as stream:
        for text in texts:
            row = [text.tokens, text.tags, text.plain]
            stream.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def read_texts(path: Path) -> Iterator[Text]:
    """What `write_texts` wrote."""
    with path.open(encoding="utf8") as stream:
        for line in stream:
            tokens, tags, plain = json.loads(line)
            yield Text(tuple(tokens), tuple(tags), plain)
