"""Read the training texts and split off what is never trained on."""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Entity = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens with names; `missing` are token indexes whose label the source leaves open."""

    tokens: tuple[str, ...]
    ents: tuple[Entity, ...]
    missing: tuple[int, ...]
    source: str
    doc: str


def recipe() -> dict[str, Any]:
    """The settings of `recipe.toml`."""
    return tomllib.loads((Path(__file__).parent / "recipe.toml").read_text(encoding="utf8"))


def read_sentences(path: Path) -> Iterator[Sentence]:
    """The non-empty sentences of one `names/*.jsonl.gz` file, in file order."""
    with gzip.open(path, "rt", encoding="utf8") as stream:
        for line in stream:
            row = json.loads(line)
            if not row["tokens"]:
                continue
            ents = tuple((start, end, label) for start, end, label in row["ents"])
            missing = tuple(row.get("missing", ()))
            yield Sentence(tuple(row["tokens"]), ents, missing, row["source"], row["doc"])


def numbered(sentences: Iterable[Sentence], every: int) -> list[Sentence]:
    """Give sources that come as one long document a document name for `every` sentences."""
    return [replace(s, doc=f"{s.doc}/{i // every}") for i, s in enumerate(sentences)]


def split(sentences: list[Sentence], held_out: set[str]) -> tuple[list[Sentence], list[Sentence]]:
    """Training and held-out sentences, by whole documents."""
    train = [s for s in sentences if s.doc not in held_out]
    return train, [s for s in sentences if s.doc in held_out]


def last_documents(sentences: Iterable[Sentence], share: float) -> set[str]:
    """The names of the last documents of a source, about `share` of them, at least one."""
    names = list(dict.fromkeys(s.doc for s in sentences))
    return set(names[-max(1, round(len(names) * share)) :])


def sha256(path: Path) -> str:
    """Hex digest of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
