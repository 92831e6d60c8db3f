"""Weights are stored in half precision and computed with in single precision."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("factdiff_precision")
def create_precision(nlp: Language, name: str) -> SinglePrecision:  # noqa: ARG001
    """The last component of a stored pipeline, so that it is read after those with weights."""
    return SinglePrecision(nlp)


class SinglePrecision:
    """Turns half-precision weights of the pipeline into single ones once they are read."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Leaves the document as it is."""
        return doc

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        """Nothing of its own is kept."""

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> SinglePrecision:  # noqa: ARG002
        """Called by spaCy after all components before it have read their weights."""
        self.restore()
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """Nothing of its own is kept."""
        return b""

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> SinglePrecision:  # noqa: ARG002
        """As `from_disk`."""
        self.restore()
        return self

    def restore(self) -> None:
        """Widen every half-precision parameter of every component; others stay as they are."""
        for _, component in self._nlp.pipeline:
            model = getattr(component, "model", None)
            for node in model.walk() if model is not None else ():
                for name in node.param_names:
                    if node.has_param(name) and node.get_param(name).dtype == np.float16:
                        node.set_param(name, node.get_param(name).astype(np.float32))
