"""An article as HTML: every line with its number, every claim marked and tied to its finding."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from factdiff.model import Claim, Finding, Skipped, Source
from factdiff.report.clean import clean
from factdiff.report.lookup import Lookup


class MarkedText:
    """The text of a source, cut where claims begin and end, so that marks never overlap."""

    def __init__(self, source: Source, lookup: Lookup) -> None:
        self.source = source
        self._findings = _findings_by_claim(lookup)
        claims = [claim for claim in lookup.report.claims if claim.source == source.id]
        self._claims = sorted(claims, key=lambda claim: (claim.start, -claim.end))
        self._skipped = sorted(source.skipped)
        self._named: set[str] = set()

    def lines(self) -> Iterator[str]:
        """One paragraph for each line that is not blank."""
        start, waiting, open_claims = 0, iter([*self._claims, None]), list[Claim]()
        following = next(waiting)
        for number, line in enumerate(self.source.text.split("\n"), start=1):
            end = start + len(line)
            while following is not None and following.start < end:
                open_claims.append(following)
                following = next(waiting)
            open_claims = [claim for claim in open_claims if claim.end > start]
            if line.strip():
                yield self._line(number, start, end, open_claims)
            start = end + 1

    def _line(self, number: int, start: int, end: int, claims: list[Claim]) -> str:
        skipped = self._skipped_in(start, end)
        edges = {start, end}
        for claim in claims:
            edges |= {max(start, claim.start), min(end, claim.end)}
        words = "".join(self._pieces(sorted(edges), claims))
        return (
            f'<p class="line{" skipped" if skipped else ""}" id="{self.source.id}-{number}"'
            f'{_title(skipped)}><span class="number">{number}</span>'
            f'<span dir="auto">{words}</span></p>'
        )

    def _skipped_in(self, start: int, end: int) -> Skipped | None:
        """The skipped stretch that reaches into a line; stretches do not overlap one another."""
        at = bisect_left(self._skipped, end, key=lambda stretch: stretch.start) - 1
        found = self._skipped[at] if at >= 0 else None
        return found if found is not None and found.end > start else None

    def _pieces(self, edges: list[int], claims: list[Claim]) -> Iterator[str]:
        """Between every two edges, with the claims that cover it: few, however long the line."""
        waiting, covering = deque(claims), list[Claim]()
        for start, end in pairwise(edges):
            while waiting and waiting[0].start <= start:
                covering.append(waiting.popleft())
            covering = [claim for claim in covering if claim.end > start]
            yield self._piece(start, end, covering)

    def _piece(self, start: int, end: int, covering: list[Claim]) -> str:
        text = escape(clean(self.source.text[start:end]))
        if not covering:
            return text
        inner = min(covering, key=lambda claim: (claim.end - claim.start, claim.kind))
        finding = self._findings.get(inner.id)
        name = "" if inner.id in self._named else f' id="claim-{escape(inner.id)}"'
        self._named.add(inner.id)
        if finding is None:
            return f'<mark class="single"{name}>{text}</mark>'
        told = escape(f"{finding.verdict}, {finding.kind}: {clean(str(inner.value))}")
        return (
            f'<mark class="{finding.verdict}"{name}>'
            f'<a href="#f-{escape(finding.id)}" title="{told}">{text}</a></mark>'
        )


def _findings_by_claim(lookup: Lookup) -> dict[str, Finding]:
    """The worst finding that a claim belongs to."""
    found: dict[str, Finding] = {}
    for finding in lookup.report.findings:
        for position in finding.positions:
            for claim in position.claims:
                found.setdefault(claim, finding)
    return found


def _title(skipped: Skipped | None) -> str:
    return "" if skipped is None else f' title="skipped: {escape(clean(skipped.reason))}"'
