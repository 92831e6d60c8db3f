"""What the renderers ask of a report: which claim, which source, where, under which name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factdiff.model import Claim, Finding, Kind, Position, Report, Source, Verdict
from factdiff.report.clean import clean

LONGEST = 72  # characters of one thing said in a headline


class Lookup:
    """A report's claims and sources by id; every name and text that it returns is clean."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._claims = {claim.id: claim for claim in report.claims}
        self._sources = {source.id: source for source in report.sources}
        self._labels = _labels(report.sources)

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id."""
        return self._claims[claim_id]

    def source(self, source_id: str) -> Source:
        """The source with this id."""
        return self._sources[source_id]

    def label(self, source_id: str) -> str:
        """The source's name; with its id behind it where two sources have the same name."""
        return self._labels[source_id]

    def labels(self, source_ids: Iterable[str]) -> str:
        """Several names in one phrase: ``npr.txt, upi.txt``."""
        return ", ".join(self.label(source_id) for source_id in source_ids)

    def place(self, claim: Claim) -> str:
        """Where a claim stands, as editors and compilers write it: ``npr.txt:17``."""
        return f"{self.label(claim.source)}:{claim.line}"

    def voices(self, position: Position) -> list[list[Claim]]:
        """The claims of a position, one list for each source, the most telling claim first."""
        said: dict[str, list[Claim]] = {source: [] for source in position.sources}
        for claim in map(self.claim, position.claims):
            said.setdefault(claim.source, []).append(claim)
        return [_most_telling_first(claims, position) for claims in said.values() if claims]

    def having(self, verdict: Verdict) -> list[Finding]:
        """The findings with this verdict, in the report's order."""
        return [finding for finding in self.report.findings if finding.verdict is verdict]


def headline(finding: Finding) -> str:
    """A finding in one phrase: ``people killed: 10 / 3``, ``Zhu Hailun / Zhu Hailu``.

    What the subject repeats of the things said is left out. Of a quotation the subject has the
    speaker and the first words, which is enough.
    """
    if finding.kind is Kind.QUOTE and "“" in finding.subject:
        return _short(clean(finding.subject).strip())
    displays = [clean(position.display) for position in finding.positions]
    said = " / ".join(map(_short, displays))
    subject = _apart(clean(finding.subject).strip(), displays)
    return f"{_short(subject)}: {said}" if subject else said


def _apart(subject: str, displays: list[str]) -> str:
    """``Ann Lind`` of ``Ann Lind: mayor`` and nothing of ``“We heard …”``, where that is said."""
    bare = subject.strip("“”\"' ").casefold()
    cut = bare.removesuffix("…").rstrip()
    for display in map(str.casefold, displays):
        if display == bare or (cut != bare and display.startswith(cut)):
            return ""
        if subject.casefold().endswith(f": {display}"):
            return subject[: -len(display) - 2]
    return subject


def _short(words: str) -> str:
    """A quotation of three sentences is no headline: its beginning is."""
    if len(words) <= LONGEST:
        return words
    cut = f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
    return f"{cut}”" if cut.count("“") > cut.count("”") else cut


def _labels(sources: Iterable[Source]) -> dict[str, str]:
    names = {source.id: clean(source.name).strip() or source.id for source in sources}
    times = Counter(names.values())
    return {key: name if times[name] == 1 else f"{name} ({key})" for key, name in names.items()}


def _most_telling_first(claims: list[Claim], position: Position) -> list[Claim]:
    """First a claim that has the position's words (not ``Chen``), outside the headline."""
    words = position.display.casefold()

    def key(claim: Claim) -> tuple[bool, bool, int]:
        return words not in claim.text.casefold(), claim.context.headline, claim.start

    return sorted(claims, key=key)
