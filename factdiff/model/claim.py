"""What an article states: one claim at one place, and the claims that speak of the same thing."""

from __future__ import annotations

from dataclasses import dataclass, field

from factdiff.model.source import Span
from factdiff.model.words import Kind, Value


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
