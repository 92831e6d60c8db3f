"""How the commands come to claims: from the cache, else with the pipeline, telling progress."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factdiff.cli.progress import reading
from factdiff.model import Report, Source

if TYPE_CHECKING:
    from spacy.language import Language


def read_claims(sources: Sequence[Source], model: str | None, cached: bool) -> Report:
    """The claims of the sources, as a report without findings."""
    from factdiff.cache.claims import extract_with
    from factdiff.cache.store import user_store

    with reading(len(sources)) as progress:
        return extract_with(
            sources,
            model=model,
            load=lambda: _load(model),
            store=user_store() if cached else None,
            progress=progress,
        )


def _load(model: str | None) -> Language:
    from factdiff.pipeline import load_pipeline

    return load_pipeline(model)
