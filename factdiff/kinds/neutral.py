"""Matching that does not know in which order the sources were given.

An assignment over three sources has ties, and what breaks them must not be the order in which
somebody typed the files. The rooms therefore match claims whose sources are labelled in an order
of their own, that of their names; the groups go back under the ids of the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factdiff.model import Claim, Group, Source


@dataclass(frozen=True, slots=True)
class Neutral:
    """The claims of a comparison under neutral labels, in the order of those labels."""

    claims: tuple[Claim, ...]
    labels: Mapping[str, str]
    originals: Mapping[str, Claim]
    places: Mapping[str, int]

    @classmethod
    def of(cls, sources: Sequence[Source], claims: Sequence[Claim]) -> Neutral:
        """Label the sources by name and text; sources that share both keep their order."""
        ranked = sorted(sources, key=lambda source: (source.name, source.text))
        width = len(str(len(ranked)))
        labels = {source.id: f"S{number:0{width}d}" for number, source in enumerate(ranked)}
        originals: dict[str, Claim] = {}
        of_source: dict[str, list[Claim]] = {label: [] for label in labels.values()}
        for claim in claims:
            label = labels[claim.source]
            blind = f"{label}.{len(of_source[label])}"
            originals[blind] = claim
            of_source[label].append(replace(claim, id=blind, source=label))
        places = {claim.id: number for number, claim in enumerate(claims)}
        blinded = [claim for label in sorted(of_source) for claim in of_source[label]]
        return cls(tuple(blinded), labels, originals, places)

    def labelled(self, published: Mapping[str, str | None]) -> dict[str, str | None]:
        """What is known of the sources by id, by label instead."""
        return {self.labels[source]: known for source, known in published.items()}

    def restored(self, groups: Iterable[Group]) -> list[Group]:
        """The groups with the claims as they were given, in the order in which they were given."""
        return [replace(group, claims=self._claims(group)) for group in groups]

    def _claims(self, group: Group) -> tuple[Claim, ...]:
        claims = (self.originals[claim.id] for claim in group.claims)
        return tuple(sorted(claims, key=lambda claim: self.places[claim.id]))
