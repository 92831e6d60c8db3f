"""What the claims of all sources tell together: rare words, and when each source's story plays."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factdiff.kinds.quantities.amounts import plain
from factdiff.kinds.quantities.value import Quantity
from factdiff.model import Alignment, Claim

_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
REMOTE = 2  # months before the story from which a date belongs to another event


class Story:
    """Rarity of words and the month of each source, read off its claims."""

    def __init__(self, claims: Iterable[Claim], alignment: Alignment) -> None:
        seen: Counter[str] = Counter()
        said: Counter[tuple[str, str, str, str]] = Counter()
        dated: dict[str, list[int]] = defaultdict(list)
        sentences: set[tuple[str, int]] = set()
        for claim in claims:
            if (claim.source, claim.sentence.start) not in sentences:
                sentences.add((claim.source, claim.sentence.start))
                seen.update(set(claim.context.lemmas))
            if isinstance(claim.value, Quantity):
                said[_figure(claim)] += 1
                dated[claim.source] += [m for t in claim.value.thing.times if (m := month_of(t))]
        self._seen: Mapping[str, int] = seen
        self._said = said
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

    def overlap(self, left: Sequence[str], right: Sequence[str]) -> float:
        """The share of the lesser set's weight that both have, 0 to 1; 0 where either is empty."""
        ours, theirs = set(left), set(right)
        if not ours or not theirs:
            return 0.0
        shared = sum(self.weight(word) for word in sorted(ours & theirs))
        least = min(sum(map(self.weight, sorted(ours))), sum(map(self.weight, sorted(theirs))))
        return shared / least if least else 0.0

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
            if one == two or (one[:4].isdigit() and (one.startswith(two) or two.startswith(one))):
                return True
    return False
