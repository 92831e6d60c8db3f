"""How the commands come to claims: from the cache, else with the pipeline, telling progress."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factdiff.cli.options import Loudness, tell
from factdiff.cli.progress import reading
from factdiff.model import Report, Source

if TYPE_CHECKING:
    from spacy.language import Language


def read_claims(
    sources: Sequence[Source],
    model: str | None,
    cached: bool,
    loud: Loudness = Loudness.USUAL,
) -> Report:
    """The claims of the sources, as a report without findings."""
    from factdiff.cache.claims import extract_with
    from factdiff.cache.store import user_store

    anew: set[str] = set()
    with reading(len(sources), silent=loud is Loudness.QUIET) as progress:

        def count(source: Source) -> None:
            anew.add(source.id)
            progress(source)

        report = extract_with(
            sources,
            model=model,
            load=lambda: _load(model),
            store=user_store() if cached else None,
            progress=count,
        )
    if loud is Loudness.VERBOSE:
        _tell(report, anew)
    return report


def _tell(report: Report, anew: set[str]) -> None:
    """A line for the pipeline, and one for each source: its date, its claims, whether it was kept.

    ``published unknown`` is what explains most dates that stayed words.
    """
    tell(f"pipeline: {report.tool.pipeline}")
    for source in report.sources:
        number = sum(claim.source == source.id for claim in report.claims)
        how = "read just now" if source.id in anew else "kept from an earlier run"
        tell(f"{source.name}: published {source.published or 'unknown'}, {number} claims, {how}")


def _load(model: str | None) -> Language:
    from factdiff.pipeline import load_pipeline

    return load_pipeline(model)
