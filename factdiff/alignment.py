"""Which names of different sources mean the same: what the other rooms build on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from factdiff.model import Claim, Group


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which names of different sources mean the same: what the other rooms build on.

    Keys are pairs of source id and casefolded normal form; values name the entity. ``published`` is
    the EDTF publication date of each source by id, where it is known; ``copied`` are the pairs of
    sources, in both orders, of which one is mostly a copy of the other.
    """

    keys: Mapping[tuple[str, str], str] = field(default_factory=dict)
    published: Mapping[str, str | None] = field(default_factory=dict)
    copied: frozenset[tuple[str, str]] = frozenset()

    def key(self, source: str, name: str) -> str:
        """The entity that ``name`` means in ``source``; the name itself, folded, if not aligned."""
        folded = name.casefold()
        return self.keys.get((source, folded), folded)

    def same(self, left: Claim, right: Claim, names: tuple[str, str]) -> bool:
        """Whether the first name in ``left``'s source is the second in ``right``'s."""
        return self.key(left.source, names[0]) == self.key(right.source, names[1])

    @classmethod
    def of(cls, groups: Iterable[Group]) -> Alignment:
        """Read off the groups of names: each group is one entity."""
        keys: dict[tuple[str, str], str] = {}
        for group in groups:
            entity = f"{group.kind}:{min(str(claim.value).casefold() for claim in group.claims)}"
            for claim in group.claims:
                for form in (str(claim.value), claim.text):
                    keys.setdefault((claim.source, form.casefold()), entity)
        return cls(keys)
