"""The first layer of the bundled pipeline: hashed word features beside the facts of the word table.

spaCy finds `factdiff.ClusterHashEmbed.v1` through this package's `spacy_architectures` entry
point, so that `spacy.load` of the model directory works wherever factdiff is installed.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import (
    HashEmbed,
    Linear,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints2d, Ragged

from factdiff.pipeline.features import TABLE_COLUMNS, cases, table_columns, table_rows
from factdiff.pipeline.word_table import word_table, word_table_digest


def cluster_hash_embed(  # noqa: PLR0913, PLR0917 - one setting each in config.cfg
    width: int,
    attrs: list[str],
    rows: list[int],
    widths: list[int],
    vector_width: int,
    table: str = "",
    unknown_share: float = 0.0,
) -> Model[list[Doc], list[Floats2d]]:
    """Embed tokens by hashed spaCy attributes and by the word table.

    `rows` and `widths` give the size of one hash table for each of `attrs` and then for the four
    table columns: cluster; cluster prefix with case; usage with case; name lists with case.
    `vector_width` is the width that the word vectors are projected to. `table` names the word
    table that the weights were trained with; raises ValueError if this package holds another.
    While training, `unknown_share` of the tokens are known by shape and word table alone, and half
    as many by their letters alone, so that the model learns to do without either.
    """
    if table and table != word_table_digest():
        raise ValueError(f"made for word table {table}, this factdiff has {word_table_digest()}")
    columns = len(attrs) + TABLE_COLUMNS
    if not len(rows) == len(widths) == columns:
        raise ValueError(f"{columns} columns need as many rows and widths")
    embeddings: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(size, count, column=column, seed=7 + column, dropout=0.0)
        for column, (size, count) in enumerate(zip(widths, rows, strict=True))
    ]
    hashed: Model[list[Doc], Ragged] = chain(
        Model(
            "hashed_features",
            _hashed_forward,
            attrs={"columns": list(attrs), "unknown_share": unknown_share},
        ),
        list2ragged(),
        with_array(concatenate(*embeddings)),
    )
    known: Model[list[Doc], Ragged] = chain(
        Model("word_vectors", _vectors_forward, attrs={"unknown_share": unknown_share}),
        list2ragged(),
        with_array(Linear(vector_width, word_table().vectors.shape[1])),
    )
    mixed = Maxout(width, sum(widths) + vector_width, nP=3, dropout=0.0, normalize=True)
    return chain(concatenate(hashed, known), with_array(mixed), ragged2list())


def _drawn(doc: Doc, share: float, is_train: bool) -> NDArray[np.bool_]:
    """Which tokens are made unknown: none but while training."""
    if not is_train or not share:
        return np.zeros(len(doc), dtype=bool)
    return np.random.random(len(doc)) < share


def _hashed_forward(
    model: Model[list[Doc], list[Ints2d]],
    docs: list[Doc],
    is_train: bool,
) -> tuple[list[Ints2d], Callable[[object], list[Doc]]]:
    columns, share = model.attrs["columns"], model.attrs["unknown_share"]
    letters = np.flatnonzero([name != "SHAPE" for name in columns])
    found = []
    for doc in docs:
        plain = doc.to_array(columns).astype(np.uint64).reshape(len(doc), len(columns))
        plain[np.ix_(_drawn(doc, share, is_train), letters)] = 0
        rows, written = table_rows(doc), cases(doc)
        rows[_drawn(doc, share / 2, is_train)] = 0
        crossed = table_columns(rows, written)
        found.append(model.ops.xp.asarray(np.column_stack([plain, *crossed]), dtype="uint64"))
    return found, _no_gradient


def _vectors_forward(
    model: Model[list[Doc], list[Floats2d]],
    docs: list[Doc],
    is_train: bool,
) -> tuple[list[Floats2d], Callable[[object], list[Doc]]]:
    table, share = word_table(), model.attrs["unknown_share"]
    found = []
    for doc in docs:
        rows = table_rows(doc)
        rows[_drawn(doc, share / 2, is_train)] = 0
        found.append(model.ops.xp.asarray(table.vectors[rows]))
    return found, _no_gradient


def _no_gradient(_: object) -> list[Doc]:
    """The features are given, not learnt."""
    return []
