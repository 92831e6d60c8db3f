"""The table of rooms: adding a kind is adding a room and one row here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factdiff.alignment import Alignment
from factdiff.kinds import dates, laws, names, quantities, quotes, roles
from factdiff.model import Claim, Group, Judgement, Kind
from factdiff.settings import Settings

Match = Callable[[Sequence[Claim], Alignment, Settings], list[Group]]

Judge = Callable[[Group, Alignment, Settings], Judgement]


@dataclass(frozen=True, slots=True)
class Room:
    """One family of kinds, how its claims are grouped and how a group is judged.

    ``match`` puts every claim it is given into exactly one group, whatever the order of the
    sources; ``judge`` gives a group of one source the verdict ``single``.
    """

    name: str
    kinds: frozenset[Kind]
    match: Match
    judge: Judge

    def judging(self, alignment: Alignment, settings: Settings) -> Callable[[Group], Judgement]:
        """``judge`` with all but the group given."""
        return lambda group: self.judge(group, alignment, settings)


NAMES = Room(
    "names",
    frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.GROUP}),
    names.match,
    names.judge,
)
ROOMS: tuple[Room, ...] = (
    NAMES,
    Room("roles", frozenset({Kind.ROLE}), roles.match, roles.judge),
    Room("dates", frozenset({Kind.DATE}), dates.match, dates.judge),
    Room(
        "quantities",
        frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE}),
        quantities.match,
        quantities.judge,
    ),
    Room("laws", frozenset({Kind.LAW}), laws.match, laws.judge),
    Room("quotes", frozenset({Kind.QUOTE}), quotes.match, quotes.judge),
)
