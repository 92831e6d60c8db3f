"""The trained English news pipeline and the one place that loads a pipeline.

Importing this package loads neither spaCy nor a model; the first call of `load_pipeline` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factdiff.pipeline.load import CLAIM_COMPONENTS, load_pipeline

__all__ = ["CLAIM_COMPONENTS", "load_pipeline"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from factdiff.pipeline import load

        return getattr(load, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
