"""The words of the domain, frozen, with no logic but their invariants.

A text goes one way: ``Source`` -> ``Claim`` -> ``Group`` -> ``Finding`` -> ``Report``.
Offsets count code points of ``Source.text``; ``source.text[claim.start:claim.end] == claim.text``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What a claim is about; the words of the JSON."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    ROLE = "role"
    DATE = "date"
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    LAW = "law"
    QUOTE = "quote"


class Verdict(StrEnum):
    """How the statements of a finding relate; ``rank`` orders them, worst first."""

    CONFLICT = "conflict"
    VARIANT = "variant"
    COMPATIBLE = "compatible"
    AGREE = "agree"
    SINGLE = "single"

    @property
    def rank(self) -> int:
        """0 for the worst (conflict) to 4 for ``single``."""
        return list(Verdict).index(self)


class Severity(StrEnum):
    """How loud a finding is in reports and in CI."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


class Value(Protocol):
    """A normal form: ``str(value)`` is what GUIDE.md's table of kinds writes."""

    def __str__(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PlainValue:
    """A normal form of which only the words are known, as read back from a report file."""

    words: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points, never empty, never negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Skipped(Span):
    """A stretch of a source that no claim is taken from, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article as read: its text and what is known about it before any language processing.

    ``published`` is an EDTF date (``2020-07-09``, ``XXXX-07-09``) or None. ``notes`` are one-line
    remarks on what stayed unresolved while reading. ``headline`` is where the title stands in
    the text, if it does. ``id`` is empty until the source joins a comparison.
    """

    name: str
    text: str
    sha256: str
    id: str = ""
    path: str | None = None
    published: str | None = None
    title: str | None = None
    headline: Span | None = None
    dateline: Span | None = None
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def characters(self) -> int:
        """Length of the text in code points."""
        return len(self.text)

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        name: str = "text",
        published: str | None = None,
        title: str | None = None,
    ) -> Source:
        """An article held in memory, read with the same rules as a plain-text file.

        Raises ``InputError`` when the text is empty or white space only, ``UsageError`` when
        ``published`` is not a date.
        """
        from factdiff.read import source_from_text

        return source_from_text(text, name=name, published=published, title=title)


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a claim: all that matching needs to know once the parse is gone.

    ``lemmas`` are the content words of the sentence and ``clause`` those of the clause, both
    lower case and without the claim's own words; ``verb`` is the lemma of the governing verb;
    ``names`` are the normal forms of the names in the sentence.
    """

    lemmas: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    verb: str | None = None
    names: tuple[str, ...] = ()
    negated: bool = False
    hedged: bool = False
    quoted: bool = False
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement at one place of one source, in normal form."""

    kind: Kind
    text: str
    start: int
    end: int
    line: int
    column: int
    sentence: Span
    value: Value
    id: str = ""
    source: str = ""
    subject: str | None = None
    attribution: str | None = None
    context: Context = field(default_factory=Context)

    @property
    def span(self) -> Span:
        """Where the claim stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that spoke for (weight > 0) or against (weight < 0) a match or a verdict."""

    feature: str
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one kind that speak of the same thing; of one source alone, or of several.

    ``score`` is from 0 to 1: how sure it is that they do. ``rejected`` tells which near
    candidates were left out and why.
    """

    kind: Kind
    claims: tuple[Claim, ...]
    score: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    rejected: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError("a group needs at least one claim")

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that speak, in the order of their first claim."""
        return tuple(dict.fromkeys(claim.source for claim in self.claims))


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims relate, and why in one plain clause."""

    verdict: Verdict
    reason: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Position:
    """One of the different things the sources say, with who says it (ids) and where (claim ids).

    ``copied`` are sets of sources that say it in one and the same passage, word for word: each
    such set is one voice.
    """

    display: str
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    copied: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A room's verdict on a group: the reason is one plain sentence."""

    verdict: Verdict
    subject: str
    reason: str
    confidence: float
    positions: tuple[Position, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppression:
    """Somebody accepted a finding: ``inline`` beside the words, or in a ``baseline`` file."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of a report. ``internal``: one source contradicts itself."""

    id: str
    kind: Kind
    verdict: Verdict
    subject: str
    severity: Severity
    confidence: float
    message: str
    positions: tuple[Position, ...]
    evidence: tuple[Evidence, ...] = ()
    rejected: tuple[Evidence, ...] = ()
    internal: bool = False
    suppression: Suppression | None = None

    @property
    def claims(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(claim for position in self.positions for claim in position.claims)


@dataclass(frozen=True, slots=True)
class Tool:
    """Who made a report: factdiff's version and the pipeline that read the sources."""

    version: str
    pipeline: str
    name: str = "factdiff"


@dataclass(frozen=True, slots=True)
class Check:
    """A draft and the sources it was held against, by their ids."""

    draft: str
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a comparison found. Findings are ordered worst first, then by place.

    ``checks`` tell which drafts were held against which sources; empty in a comparison of equals.
    ``notes`` tell what was not compared.
    """

    tool: Tool
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def disputed(self) -> frozenset[str]:
        """The ids of the claims that stand in a conflict."""
        conflicts = (f.claims for f in self.findings if f.verdict is Verdict.CONFLICT)
        return frozenset().union(*conflicts)

    @property
    def summary(self) -> dict[Verdict, int]:
        """Number of findings per verdict; every verdict is a key."""
        return {v: sum(f.verdict is v for f in self.findings) for v in Verdict}
