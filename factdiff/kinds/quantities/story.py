"""What the claims of all sources tell together: rare words, and when each source's story plays."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factdiff.alignment import Alignment
from factdiff.kinds.quantities.amounts import plain
from factdiff.kinds.quantities.concepts import concept
from factdiff.kinds.quantities.families import kinship
from factdiff.kinds.quantities.value import Quantity
from factdiff.model import Claim, Kind

_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
SPEECH = frozenset({"say", "said", "tell", "told", "add", "report"})
REMOTE = 2  # months before the story from which a date belongs to another event


class Story:
    """Rarity of words and the month of each source, read off its claims."""

    def __init__(self, claims: Iterable[Claim], alignment: Alignment) -> None:
        seen: Counter[str] = Counter()
        said: Counter[tuple[str, str, str, str]] = Counter()
        dated: dict[str, list[int]] = defaultdict(list)
        sentences: set[tuple[str, int]] = set()
        figures: dict[tuple[str, int], set[tuple[str, str, str]]] = defaultdict(set)
        heads: dict[tuple[str, Kind, str], list[str]] = defaultdict(list)
        for claim in claims:
            if (claim.source, claim.sentence.start) not in sentences:
                sentences.add((claim.source, claim.sentence.start))
                seen.update({concept(word) for word in claim.context.lemmas})
            if isinstance(claim.value, Quantity):
                said[_figure(claim)] += 1
                figures[claim.source, claim.sentence.start].add(_figure(claim)[1:])
                heads[claim.source, claim.kind, claim.value.unit].append(claim.value.thing.head)
                dated[claim.source] += [m for t in claim.value.thing.times if (m := month_of(t))]
        self._seen: Mapping[str, int] = seen
        self._said = said
        self._figures: Mapping[tuple[str, int], set[tuple[str, str, str]]] = figures
        self._heads: Mapping[tuple[str, Kind, str], list[str]] = heads
        self._now = {source: max(months) for source, months in dated.items() if months}
        for source, published in alignment.published.items():
            month = month_of(published or "")
            if month:
                self._now[source] = month

    def weight(self, word: str) -> float:
        """1 for a word of one sentence, less the more sentences have it."""
        return float(max(1, self._seen.get(word, 1)) ** -0.5)

    def says_once(self, *claims: Claim) -> bool:
        """Whether each claim's source gives that figure of that kind nowhere else."""
        return all(self._said[_figure(claim)] == 1 for claim in claims)

    def has_rival(self, claim: Claim) -> bool:
        """Whether its source has another such figure in that unit: ``two boys, three girls``."""
        if not isinstance(claim.value, Quantity):
            return True
        heads = self._heads.get((claim.source, claim.kind, claim.value.unit), [])
        head = claim.value.thing.head
        return len(heads) > 60 or sum(kinship(head, other) >= 0.5 for other in heads) > 1

    def partners(self, left: Claim, right: Claim) -> frozenset[tuple[str, str, str]]:
        """The other figures of that unit that both sentences give: ``to 5.1 from 5.6 percent``."""
        both = frozenset(self._figures.get((left.source, left.sentence.start), ())) & frozenset(
            self._figures.get((right.source, right.sentence.start), ())
        )
        own = {_figure(left)[1:], _figure(right)[1:]}
        return frozenset(f for f in both - own if f[:2] == _figure(left)[1:3])

    def overlap(
        self, left: Sequence[str], right: Sequence[str], idle: frozenset[str] = frozenset()
    ) -> float:
        """The share of the lesser set's weight that both have, 0 to 1; 0 where either is empty.

        Synonyms are one word; words that mean one of ``idle`` count for nothing.
        """
        ours, theirs = (
            {concept(word) for word in words} - idle - SPEECH for words in (left, right)
        )
        if not ours or not theirs:
            return 0.0
        shared = sum(self.weight(word) for word in sorted(ours & theirs))
        least = min(sum(map(self.weight, sorted(ours))), sum(map(self.weight, sorted(theirs))))
        few = min(len(ours), len(theirs))  # one word of one is hardly a sentence in common
        return shared / least * min(1.0, (few + 1) / 3) if least else 0.0

    def is_remote(self, claim: Claim) -> bool:
        """Whether the claim's dates are long before the story: another event's toll."""
        now = self._now.get(claim.source)
        if now is None or not isinstance(claim.value, Quantity):
            return False
        months = [m for t in claim.value.thing.times if (m := month_of(t))]
        return bool(months) and max(months) <= now - REMOTE


def _figure(claim: Claim) -> tuple[str, str, str, str]:
    """Source, kind, unit and bare number of a claim: ``about 40`` and ``40`` are one figure."""
    quantity = claim.value
    if not isinstance(quantity, Quantity) or quantity.amount.low is None:
        return claim.source, claim.kind, "", str(claim.value)
    return claim.source, claim.kind, quantity.unit, plain(quantity.amount.low.normalize())


def month_of(edtf: str) -> int:
    """Months since year 0 of an EDTF date (its last month for a bare year); 0 if unknown."""
    match = _MONTH.match(edtf.lstrip("~"))
    if match is None:
        return 0
    month = int(match[2]) if match[2] else 12
    return int(match[1]) * 12 + month


def same_time(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two sets of dates share a date or a month, or one names the other's year."""
    for one in left:
        for two in right:
            if one == two or (len(one) == len(two) == 10 and _yearless(one, two)):
                return True
            if one[:4].isdigit() and (one.startswith(two) or two.startswith(one)):
                return True
    return False


def _yearless(one: str, two: str) -> bool:
    """``Aug. 1`` of an unknown year and ``2021-08-01``."""
    return "XXXX" in (one[:4], two[:4]) and one[4:] == two[4:]
