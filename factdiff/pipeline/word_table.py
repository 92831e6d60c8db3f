"""What is known of a word before any context: `words.npz`, made by `factdiff.training`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

WORDS_FILE = Path(__file__).parent / "words.npz"
STEP = np.float32(0.36)  # a vector's value is stored as one of sixteen such steps around zero


@dataclass(frozen=True, slots=True, eq=False)
class WordTable:
    """Facts of words as parallel arrays; row 0 stands for every word the table does not hold.

    `cluster` is the Brown cluster, its path from the root in the low bits, 0 where there is none;
    `usage` how the word is capitalised and how frequent it is,
    `lists` whether it is a given name (1), a family name (2) or both (3), `vectors` a short
    single-precision vector a row.
    """

    keys: NDArray[np.uint32]
    cluster: NDArray[np.uint64]
    usage: NDArray[np.uint64]
    lists: NDArray[np.uint64]
    vectors: NDArray[np.float32]

    def rows(self, lower: NDArray[np.uint64]) -> NDArray[np.intp]:
        """Row of each word, by spaCy's hash of its lower-cased form; 0 where it is not held."""
        wanted = lower.astype(np.uint32)  # the low half of the hash
        found = np.searchsorted(self.keys, wanted)
        found[found == len(self.keys)] = 0
        return np.where(self.keys[found] == wanted, found + 1, 0)


@cache
def word_table(path: Path = WORDS_FILE) -> WordTable:
    """Read the table once. Raises OSError where the file is missing."""
    with np.load(path, allow_pickle=False) as stored:
        columns: dict[str, Any] = {name: stored[name] for name in stored.files}

    def column(name: str, shift: int) -> NDArray[np.uint64]:
        return np.concatenate([[0], columns[name].astype(np.int64) + shift]).astype(np.uint64)

    packed = columns["vectors"]
    vectors = np.empty((len(packed), 2 * packed.shape[1]), dtype=np.float32)
    vectors[:, 0::2], vectors[:, 1::2] = packed >> 4, packed & 15
    vectors = (vectors - np.float32(7.5)) * STEP
    blank = np.zeros((1, vectors.shape[1]), dtype=np.float32)
    return WordTable(
        keys=columns["keys"],
        cluster=np.concatenate([[0], columns["paths"][columns["cluster"]]]).astype(np.uint64),
        usage=column("usage", 1),
        lists=column("lists", 1),
        vectors=np.concatenate([blank, vectors]),
    )


@cache
def word_table_digest(path: Path = WORDS_FILE) -> str:
    """First sixteen hex digits of the SHA-256 of the file, by which a model names its table."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
