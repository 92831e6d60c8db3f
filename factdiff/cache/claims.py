"""Claims of sources, read with the pipeline only where nothing was kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factdiff import __version__
from factdiff.cache.codec import UnknownShapeError, decode, encode
from factdiff.cache.key import key_of, pipeline_identity
from factdiff.cache.store import Store
from factdiff.diff import extract_report, named
from factdiff.model import Claim, Report, Source, Tool

if TYPE_CHECKING:
    from spacy.language import Language


def extract_with(
    sources: Sequence[Source],
    *,
    model: str | None,
    load: Callable[[], Language],
    store: Store | None,
    progress: Callable[[Source], None] | None = None,
) -> Report:
    """As ``extract_report``; ``load`` is called only when a source is not in the store.

    Without a store, or with a pipeline that cannot be told by name, everything is read anew.
    """
    identity = None if store is None else pipeline_identity(model)
    if store is None or identity is None:
        return extract_report(sources, nlp=load(), progress=progress)
    articles = named(sources)
    keys = [key_of(source, identity) for source in articles]
    kept = [_kept(store.get(key), source) for key, source in zip(keys, articles, strict=True)]
    missing = [n for n, entry in enumerate(kept) if entry is None]
    if missing:
        from factdiff.reading import pipeline_name, read_claims

        nlp = load()
        tool = Tool(version=__version__, pipeline=pipeline_name(nlp))
        for n in missing:
            claims, _ = read_claims([articles[n]], nlp, progress)
            fresh = Report(tool, (articles[n],), claims, ())
            written = _written(fresh)
            if written is not None:
                store.put(keys[n], written)
            kept[n] = fresh
        store.prune()
    reports = [report for report in kept if report is not None]
    together = tuple(claim for report in reports for claim in report.claims)
    return Report(reports[0].tool, tuple(articles), together, ())


def _written(report: Report) -> str | None:
    """An entry: the pipeline's name and the claims. None for claims of a shape that is not kept."""
    try:
        claims = encode(tuple(replace(claim, id="", source="") for claim in report.claims))
    except UnknownShapeError:
        return None
    return json.dumps({"pipeline": report.tool.pipeline, "claims": claims}, separators=(",", ":"))


def _kept(text: str | None, source: Source) -> Report | None:
    """An entry as the report of one source, or None for one that does not fit."""
    if text is None:
        return None
    try:
        entry = json.loads(text)
        claims = decode(entry["claims"])
        pipeline = str(entry["pipeline"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(claims, tuple):
        return None
    found = tuple(_placed(claim, source, n) for n, claim in enumerate(claims, start=1))
    if any(claim is None or not _fits(claim, source) for claim in found):
        return None
    tool = Tool(version=__version__, pipeline=pipeline)
    return Report(tool, (source,), tuple(claim for claim in found if claim is not None), ())


def _placed(claim: object, source: Source, number: int) -> Claim | None:
    if not isinstance(claim, Claim):
        return None
    return replace(claim, id=f"{source.id}{number}", source=source.id)


def _fits(claim: Claim, source: Source) -> bool:
    return source.text[claim.start : claim.end] == claim.text
