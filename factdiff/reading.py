"""From sources to claims: run the pipeline and gather what the rooms found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factdiff.kinds.attribution import attributed
from factdiff.kinds.claiming import claims_of, set_source
from factdiff.model import Claim, Source
from factdiff.pipeline import load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language


def read_claims(
    sources: Sequence[Source],
    nlp: Language | None = None,
    progress: Callable[[Source], None] | None = None,
) -> tuple[tuple[Claim, ...], Language]:
    """The claims of every source, source by source in the order of the text, with their ids.

    Returns the pipeline too: the bundled one is loaded if none was given.
    """
    nlp = nlp or load_pipeline()
    claims: list[Claim] = []
    for source in sources:
        if progress is not None:
            progress(source)
        claims += _claims(source, nlp)
    return tuple(claims), nlp


def _claims(source: Source, nlp: Language) -> list[Claim]:
    doc = nlp.make_doc(source.text)
    set_source(doc, source)
    doc = nlp(doc)
    found = attributed(doc, claims_of(doc))
    return [
        replace(claim, id=f"{source.id}{number}", source=source.id)
        for number, claim in enumerate(found, start=1)
    ]


def pipeline_name(nlp: Language) -> str:
    """Name and version, as the report tells them: ``en_factdiff_news 0.1.0``."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
