"""What is known of each token by itself: its letters and its row in the word table."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from spacy.strings import hash_string  # type: ignore[attr-defined]  # the stub lacks it
from spacy.tokens import Doc

from factdiff.pipeline.word_table import word_table

_CASES = 8  # more than the number of ways to write a word that `cases` tells apart

# Features that spaCy does not have, of a word in lower case.
_LETTERS: dict[str, Callable[[str], str]] = {
    "PREFIX3": lambda word: word[:3],
    "SUFFIX2": lambda word: word[-2:],
}

TABLE_COLUMNS = 4
"""Columns from the word table: cluster; its prefix with case; usage with case; lists with case."""


def table_rows(doc: Doc) -> NDArray[np.intp]:
    """The row of each token in the word table."""
    return word_table().rows(doc.to_array(["LOWER"]).astype(np.uint64).reshape(-1))


def hashed_features(doc: Doc, attrs: list[str]) -> NDArray[np.uint64]:
    """One key a token and column: `attrs`, then the four columns from the word table."""
    columns = [_column(doc, attr) for attr in attrs]
    return np.column_stack([*columns, *table_columns(table_rows(doc), cases(doc))])


def table_columns(
    rows: NDArray[np.intp], written: NDArray[np.uint64]
) -> tuple[NDArray[np.uint64], ...]:
    """The four columns from the word table, for these of its rows and cases."""
    table = word_table()
    cluster = table.cluster[rows]
    return (
        cluster,
        (cluster & np.uint64(63)) * np.uint64(_CASES) + written,
        table.usage[rows] * np.uint64(_CASES) + written,
        table.lists[rows] * np.uint64(_CASES) + written,
    )


def _column(doc: Doc, attr: str) -> NDArray[np.uint64]:
    if attr not in _LETTERS:
        return doc.to_array([attr]).astype(np.uint64).reshape(-1)
    strings, cut = doc.vocab.strings, _LETTERS[attr]
    words, place = np.unique(doc.to_array(["LOWER"]).reshape(-1), return_inverse=True)
    keys = [hash_string(cut(strings[int(word)])) for word in words]
    return np.array(keys, dtype=np.uint64)[place.reshape(-1)]


def cases(doc: Doc) -> NDArray[np.uint64]:
    """How each token is written: 1 Title, 2 CAPITALS, 3 other capital first, 4 lower, 5 rest."""
    strings = doc.vocab.strings
    shapes, place = np.unique(doc.to_array(["SHAPE"]).reshape(-1), return_inverse=True)
    found = [_case(strings[int(shape)]) for shape in shapes]
    return np.array(found, dtype=np.uint64)[place.reshape(-1)]


def _case(shape: str) -> int:
    if shape[:1] != "X":
        return 4 if shape and set(shape) <= {"x"} else 5
    if "x" not in shape:
        return 2 if len(shape) > 1 else 3
    return 1 if set(shape[1:]) == {"x"} else 3
