"""What the claims of all sources tell together: rare words, rivals, and when each story plays."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factdiff.alignment import Alignment
from factdiff.kinds.quantities.affinity import Affinity
from factdiff.kinds.quantities.amounts import plain
from factdiff.kinds.quantities.concepts import concept
from factdiff.kinds.quantities.families import kinship
from factdiff.kinds.quantities.totals import totals_of
from factdiff.kinds.quantities.value import Quantity
from factdiff.kinds.quantities.when import month_of
from factdiff.model import Claim, Kind

SPEECH = frozenset({"say", "said", "tell", "told", "add", "report"})
REMOTE = 2  # months before the story from which a date belongs to another event
ALIKE = (0.5, 0.9, 1.0)  # kinships of nouns that may count the same things
CROWD = 60  # figures of one unit in one article: too many to tell rivals apart

Figure = tuple[str, str, str]  # kind, unit and bare number


class Story:
    """Rarity of words and figures and the month of each source, read off its claims."""

    def __init__(self, claims: Iterable[Claim], alignment: Alignment) -> None:
        claims = list(claims)
        self._alignment = alignment
        self.affinity = Affinity(claims, alignment)
        self._seen: dict[str, Counter[str]] = defaultdict(Counter)
        self._said: Counter[tuple[str, Figure]] = Counter()
        self._figures: dict[tuple[str, int], set[Figure]] = defaultdict(set)
        self._heads: dict[tuple[str, Kind, str], list[str]] = defaultdict(list)
        for claim in claims:
            self._add(claim)
        self._now = _months(claims, alignment)
        self._parties = _parties(claims, alignment)
        self.wholes = totals_of(claims)
        self._totals = {whole.id for whole in self.wholes.values()}

    def _add(self, claim: Claim) -> None:
        sentence = (claim.source, claim.sentence.start)
        if sentence not in self._figures:
            self._seen[claim.source].update({concept(word) for word in claim.context.lemmas})
        figure = figure_of(claim)
        self._figures[sentence].add(figure)
        self._said[claim.source, figure] += 1
        if isinstance(claim.value, Quantity):
            key = (claim.source, claim.kind, claim.value.unit)
            self._heads[key].append(claim.value.thing.head)

    def weight(self, word: str, sources: tuple[str, str]) -> float:
        """1 for a word of one sentence, less the more sentences of the two sources have it."""
        times = sum(self._seen[source][word] for source in sources if source in self._seen)
        return float(max(1, times) ** -0.5)

    def says_once(self, *claims: Claim) -> bool:
        """Whether each claim's source gives that figure of that kind nowhere else."""
        return all(self._said[claim.source, figure_of(claim)] == 1 for claim in claims)

    def is_total(self, claim: Claim) -> bool:
        """Whether the claim is the total of a share beside it: 200, of which 40 percent."""
        return claim.id in self._totals

    def has_rival(self, claim: Claim) -> bool:
        """Whether its source has another such figure in that unit: ``two boys, three girls``."""
        if not isinstance(claim.value, Quantity):
            return True
        heads = self._heads.get((claim.source, claim.kind, claim.value.unit), [])
        head = claim.value.thing.head
        return len(heads) > CROWD or sum(kinship(head, other) in ALIKE for other in heads) > 1

    def gives_its_own(self, claim: Claim, source: str, head: str) -> bool:
        """Whether another source has a figure of that kind for the party of this one."""
        quantity = claim.value
        if not isinstance(quantity, Quantity) or not quantity.thing.party:
            return False
        whose = self._parties.get((source, claim.kind, quantity.unit, self._party(claim)), [])
        return any(kinship(head, other) in ALIKE for other in whose)

    def same_party(self, left: Claim, right: Claim) -> bool:
        """Whether the names last before two figures are one."""
        return self._party(left) == self._party(right)

    def _party(self, claim: Claim) -> str:
        party = claim.value.thing.party if isinstance(claim.value, Quantity) else ""
        return self._alignment.key(claim.source, party)

    def is_given_beside(self, left: Claim, right: Claim) -> bool:
        """Whether one's sentence gives the other's number, of whatever it is said there."""
        return any(
            number
            in {low for *_, low in self._figures.get((other.source, other.sentence.start), ())}
            for one, other in ((left, right), (right, left))
            for *_, number in [figure_of(one)]
        )

    def companions(self, left: Claim, right: Claim) -> frozenset[Figure]:
        """The other figures that both sentences give: ``to 5.1 from 5.6 percent``."""
        both = frozenset(self._figures.get((left.source, left.sentence.start), ())) & frozenset(
            self._figures.get((right.source, right.sentence.start), ())
        )
        return both - {figure_of(left), figure_of(right)}

    def overlap(
        self,
        left: Sequence[str],
        right: Sequence[str],
        sources: tuple[str, str],
        idle: frozenset[str] = frozenset(),
    ) -> float:
        """The share of the lesser set's weight that both have, 0 to 1; 0 where either is empty.

        Synonyms are one word; words that mean one of ``idle`` count for nothing.
        """
        ours, theirs = (
            {concept(word) for word in words} - idle - SPEECH for words in (left, right)
        )
        if not ours or not theirs:
            return 0.0

        def worth(words: set[str]) -> float:
            return sum(self.weight(word, sources) for word in sorted(words))

        least = min(worth(ours), worth(theirs))
        few = min(len(ours), len(theirs))  # one word of one is hardly a sentence in common
        return worth(ours & theirs) / least * min(1.0, (few + 1) / 3) if least else 0.0

    def is_remote(self, claim: Claim) -> bool:
        """Whether the claim's dates are long before the story: another event's toll."""
        now = self._now.get(claim.source)
        if now is None or not isinstance(claim.value, Quantity):
            return False
        months = [m for t in claim.value.thing.times if (m := month_of(t))]
        return bool(months) and max(months) <= now - REMOTE


def figure_of(claim: Claim) -> Figure:
    """Kind, unit and bare number of a claim: ``about 40`` and ``40`` are one figure."""
    quantity = claim.value
    if not isinstance(quantity, Quantity) or quantity.amount.low is None:
        return claim.kind, "", str(claim.value)
    return claim.kind, quantity.unit, plain(quantity.amount.low.normalize())


def _parties(
    claims: Iterable[Claim], alignment: Alignment
) -> Mapping[tuple[str, Kind, str, str], list[str]]:
    """The nouns of each source's figures by kind, unit and the name last before them."""
    found: dict[tuple[str, Kind, str, str], list[str]] = defaultdict(list)
    for claim in claims:
        quantity = claim.value
        if isinstance(quantity, Quantity) and quantity.thing.party:
            party = alignment.key(claim.source, quantity.thing.party)
            heads = found[claim.source, claim.kind, quantity.unit, party]
            if len(heads) < CROWD:
                heads.append(quantity.thing.head)
    return found


def _months(claims: Iterable[Claim], alignment: Alignment) -> Mapping[str, int]:
    """The month in which each source's story plays: of its publication, else its last date."""
    dated: dict[str, list[int]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Quantity):
            dated[claim.source] += [m for t in claim.value.thing.times if (m := month_of(t))]
    now = {source: max(months) for source, months in dated.items() if months}
    for source, published in alignment.published.items():
        month = month_of(published or "")
        if month:
            now[source] = month
    return now
