"""Whether two surface names mean the same, how sure that is, and what a report would say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factdiff.errors import UsageError
from factdiff.kinds.names import bodies, people
from factdiff.kinds.names.evidence import Piece, score, weighed
from factdiff.kinds.names.fold import fold, words
from factdiff.model import Evidence, Verdict

KINDS = ("person", "organization", "place", "group")
SURE = 0.5  # below this the two are two, whatever the verdict on their difference


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How likely two names mean the same (0 to 1), and the verdict if they do.

    ``evidence`` lists what spoke for and against it, in log-odds that add up to the score.
    """

    score: float
    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...] = ()


def compare_names(left: str, right: str, *, kind: str) -> NameComparison:
    """Score from 0 to 1 how likely two surface names are meant for the same thing.

    ``kind`` is ``person``, ``organization``, ``place`` or ``group``; anything else raises
    ``UsageError``. Symmetric and reflexive; never raises on any text; loads no pipeline. Only the
    first 300 code points and 16 words count. ``verdict`` is what a report says if the two are one:
    agreement for the same or a short form, variant for a difference that a known rule explains,
    conflict for one that nothing explains.
    """
    if kind not in KINDS:
        raise UsageError(f"unknown kind {kind!r}; use one of {', '.join(KINDS)}")
    return _compared(*sorted((left, right)), str(kind))


@lru_cache(maxsize=32768)
def _compared(left: str, right: str, kind: str) -> NameComparison:
    if left == right:
        return NameComparison(1.0, Verdict.AGREE, "Both names are written alike.")
    if not words(left) or not words(right):
        return _nothing_to_compare(left, right)
    found = weigh(left, right, kind)
    verdict, reason = weighed(found)
    sure = score(found)
    if verdict is Verdict.AGREE:
        reason = _agreement(left, right, found)
    return NameComparison(sure, verdict, _sentence(reason), tuple(p.evidence for p in found))


def weigh(left: str, right: str, kind: str) -> list[Piece]:
    """The evidence about two names of one kind."""
    if kind == "person":
        return people.weigh(left, right)
    return bodies.weigh(left, right, kind)


def _nothing_to_compare(left: str, right: str) -> NameComparison:
    same = fold(left) == fold(right)
    verdict = Verdict.AGREE if same else Verdict.CONFLICT
    return NameComparison(float(same), verdict, "There are no letters to compare.")


def _agreement(left: str, right: str, found: list[Piece]) -> str:
    telling = [p for p in found if p.feature not in ("prior", "word", "complete")]
    if not telling:
        return f"{left} and {right} are the same words"
    return max(telling, key=lambda p: (abs(p.weight), p.reason)).reason


def _sentence(reason: str) -> str:
    reason = reason[:1].upper() + reason[1:]
    return reason if reason.endswith(".") else reason + "."
