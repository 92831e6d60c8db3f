"""Sources and claims built by hand, for tests that need no pipeline."""

from __future__ import annotations

from typing import Any

from factdiff.model import Claim, Context, Kind, PlainValue, Source, Span


def source(id: str, text: str, **fields: Any) -> Source:
    """A source with a name made of its id."""
    return Source(name=f"{id.lower()}.txt", text=text, sha256=id * 8, id=id, **fields)


def claim(
    source: str,
    text: str,
    *,
    kind: Kind = Kind.COUNT,
    start: int = 0,
    value: Any = None,
    **fields: Any,
) -> Claim:
    """A claim on the first line; its id is made of source and place."""
    return Claim(
        id=f"{source}{start}",
        source=source,
        kind=kind,
        text=text,
        start=start,
        end=start + len(text),
        line=1,
        column=start + 1,
        sentence=Span(start, start + len(text)),
        value=PlainValue(text) if value is None else value,
        context=fields.pop("context", Context()),
        **fields,
    )
