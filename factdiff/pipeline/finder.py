"""The name finder of the bundled pipeline: one likelihood of every tag for each token.

Word features (`factdiff.pipeline.features`) go through layers of windows, each wider than the one
before, and the best sequence of tags is taken in which no name begins in its middle. Weights come
from `factdiff.training`, are kept in half precision in `weights.npz` and are computed with by
numpy alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

from factdiff.pipeline.evidence import SCORES
from factdiff.pipeline.features import hashed_features, table_rows
from factdiff.pipeline.word_table import word_table, word_table_digest

Floats = NDArray[np.float32]
Weights = dict[str, Floats]

WEIGHTS_FILE = "weights.npz"
_OPS = NumpyOps()
_IMPOSSIBLE = np.float32(-1e4)
_AT_ONCE = 20_000  # tokens that go through the layers together: a bound on memory


@Language.factory(
    "factdiff_finder",
    default_config={"labels": [], "columns": [], "reaches": [], "table": ""},
    assigns=["doc.ents"],
)
def create_finder(  # noqa: PLR0913, PLR0917 - one setting each in config.cfg
    nlp: Language,  # noqa: ARG001 - spaCy gives it
    name: str,  # noqa: ARG001
    labels: list[str],
    columns: list[str],
    reaches: list[int],
    table: str,
) -> NameFinder:
    """The component without weights, which `from_disk` reads."""
    return NameFinder(labels, columns, reaches, table)


class NameFinder:
    """Sets `doc.ents`, and leaves its scores to the document rules under `SCORES`.

    `labels` are the kinds of names, `columns` the hashed features, `reaches` how far to each side
    the window of each layer looks, `table` the word table that the weights were trained with;
    raises ValueError if this package holds another.
    """

    def __init__(
        self, labels: list[str], columns: list[str], reaches: list[int], table: str = ""
    ) -> None:
        if table and table != word_table_digest():
            raise ValueError(
                f"made for word table {table}, this factdiff has {word_table_digest()}"
            )
        self._labels, self._columns, self._reaches = labels, columns, reaches
        self._weights: Weights = {}
        self._allowed = _allowed(len(labels))

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of names."""
        return tuple(self._labels)

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of one document."""
        if len(doc):
            scores = self.scores(doc)
            found = self._found(scores)
            doc.ents = [Span(doc, start, end, label=label) for start, end, label in found]
            doc.user_data[SCORES] = (self._labels, scores)
        return doc

    def scores(self, doc: Doc) -> Floats:
        """A score for each token and tag; larger is likelier, 0 is certain."""
        keys = hashed_features(doc, self._columns)
        rows = table_rows(doc)
        edge = sum(self._reaches)
        parts = []
        for start in range(0, len(doc), _AT_ONCE):
            first, last = max(0, start - edge), min(len(doc), start + _AT_ONCE + edge)
            part = self._forward(keys[first:last], rows[first:last])
            parts.append(part[start - first : start - first + _AT_ONCE])
        return np.concatenate(parts)

    def _forward(self, keys: NDArray[np.uint64], rows: NDArray[np.intp]) -> Floats:
        weights = self._weights
        columns = [
            _OPS.gather_add(weights[f"column{i}"], _places(keys[:, i], i, weights[f"column{i}"]))
            for i in range(keys.shape[1])
        ]
        known = _linear(word_table().vectors[rows], weights, "known")
        mixed = _linear(np.concatenate([*columns, known], axis=1), weights, "mix")
        hidden = _normed(mixed, weights, "mix")
        for number, reach in enumerate(self._reaches):
            name = f"layer{number}"
            window = np.concatenate([_shifted(hidden, reach), hidden, _shifted(hidden, -reach)], 1)
            inner = np.maximum(_linear(window, weights, name), 0)
            hidden = _normed(hidden + _linear(inner, weights, f"{name}.back"), weights, name)
        scores = _linear(hidden, weights, "out")
        scores -= scores.max(axis=1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return scores

    def _found(self, scores: Floats) -> list[tuple[int, int, str]]:
        tags = best_tags(scores, self._allowed)
        found: list[tuple[int, int, str]] = []
        for place in np.flatnonzero(tags):
            tag = int(tags[place])
            label = self._labels[(tag - 1) // 2]
            if tag % 2 == 0 and found and found[-1][1] == place:
                found[-1] = (found[-1][0], int(place) + 1, label)
            else:
                found.append((int(place), int(place) + 1, label))
        return found

    def set_weights(self, weights: Weights) -> None:
        """Take these weights; half precision is widened."""
        self._weights = {
            name: np.ascontiguousarray(value, dtype=np.float32) for name, value in weights.items()
        }

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """The weights in half precision."""
        stream = io.BytesIO()
        halves = {name: value.astype(np.float16) for name, value in self._weights.items()}
        np.savez_compressed(stream, **halves)  # type: ignore[arg-type]  # the stub takes them for its own argument
        return stream.getvalue()

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> NameFinder:  # noqa: ARG002
        """As `from_disk`."""
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            self.set_weights({name: stored[name] for name in stored.files})
        return self

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write `weights.npz` into the directory `path`."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / WEIGHTS_FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> NameFinder:  # noqa: ARG002
        """Read `weights.npz`. Raises OSError where it is missing."""
        return self.from_bytes((Path(path) / WEIGHTS_FILE).read_bytes())


def hash_rows(keys: NDArray[np.uint64], column: int, size: int) -> NDArray[np.uint32]:
    """The four rows of a table of `size` rows whose sum stands for each key."""
    rows: NDArray[np.uint32] = _OPS.hash(np.ascontiguousarray(keys), 7 + column) % np.uint32(size)
    return rows


def _places(keys: NDArray[np.uint64], column: int, table: Floats) -> NDArray[np.int32]:
    return hash_rows(keys, column, len(table)).astype(np.int32)


def _linear(values: Floats, weights: Weights, name: str) -> Floats:
    product: Floats = values @ weights[f"{name}.weight"]
    product += weights[f"{name}.bias"]
    return product


def _normed(values: Floats, weights: Weights, name: str) -> Floats:
    """Brought to mean 0 and deviation 1 in each token, then scaled."""
    values -= values.mean(axis=1, keepdims=True)
    spread = np.sqrt((values * values).mean(axis=1, keepdims=True) + np.float32(1e-5))
    values /= spread
    values *= weights[f"{name}.scale"]
    values += weights[f"{name}.shift"]
    return values


def _shifted(values: Floats, reach: int) -> Floats:
    """What stands `reach` tokens before each token (after it where negative); 0 beyond the ends."""
    moved = np.zeros_like(values)
    if reach > 0:
        moved[reach:] = values[:-reach]
    else:
        moved[:reach] = values[-reach:]
    return moved


def _allowed(labels: int) -> Floats:
    """Cost of each tag after each: a name goes on only after its own beginning or middle."""
    costs = np.zeros((1 + 2 * labels,) * 2, dtype=np.float32)
    for middle in range(2, 1 + 2 * labels, 2):
        costs[:, middle] = _IMPOSSIBLE
        costs[middle - 1 : middle + 1, middle] = 0
    return costs


def best_tags(scores: Floats, allowed: Floats) -> NDArray[np.intp]:
    """The likeliest sequence of tags (Viterbi); linear in the number of tokens."""
    length, count = scores.shape
    back = np.zeros((length, count), dtype=np.intp)
    best = scores[0] + allowed[0]
    every = np.arange(count)
    for place in range(1, length):
        reached = best[:, None] + allowed
        back[place] = reached.argmax(axis=0)
        best = reached[back[place], every] + scores[place]
    tags = np.empty(length, dtype=np.intp)
    tags[-1] = best.argmax()
    for place in range(length - 1, 0, -1):
        tags[place - 1] = back[place, tags[place]]
    return tags
