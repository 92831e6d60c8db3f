"""The names of one source, gathered: each cluster is one entity with all its mentions there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from factdiff.kinds.names.compare import compare_names
from factdiff.kinds.names.fold import words
from factdiff.kinds.names.geography import country_of
from factdiff.kinds.names.tables import equivalents, nicknames, spellings, word_list
from factdiff.kinds.names.value import Name
from factdiff.model import Claim, Kind, Verdict

MOST_NAMES = 4  # distinct wordings of a cluster that are compared: more tell nothing new
SAME_WORD = {"spacing", "diacritics", "capitals", "umlaut", "script"}
WHOLE = ("short_form", "extra_word", "extra_last", "suffix_missing", "rare_initial", "acronym")


@dataclass(frozen=True, slots=True)
class Cluster:
    """One entity of one source."""

    source: str
    kind: Kind
    claims: tuple[Claim, ...]
    names: tuple[str, ...]
    handles: frozenset[str]
    beside: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    sentences: tuple[frozenset[str], ...]

    @property
    def start(self) -> int:
        """Where the source names it first."""
        return self.claims[0].start


def name_of(claim: Claim) -> Name:
    """The claim's value as a name; a claim read back from a report has only its words."""
    value = claim.value
    return value if isinstance(value, Name) else Name(full=str(value), said=claim.text)


def clusters(claims: Iterable[Claim]) -> list[Cluster]:
    """One cluster for each entity of each source, in the order of sources and text."""
    by_name: dict[tuple[str, Kind, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.source, c.start, c.end, c.kind)):
        by_name[claim.source, claim.kind, name_of(claim).full.casefold()].append(claim)
    by_source: dict[tuple[str, Kind], list[list[Claim]]] = defaultdict(list)
    for (source, kind, _), members in by_name.items():
        by_source[source, kind].append(members)
    gathered = [cluster for key, parts in by_source.items() for cluster in _merged(key, parts)]
    return sorted(gathered, key=lambda c: (c.source, c.start, c.kind))


def _merged(key: tuple[str, Kind], parts: list[list[Claim]]) -> list[Cluster]:
    """Spellings of one name inside one source become one cluster."""
    owner = list(range(len(parts)))
    by_handle: dict[str, list[int]] = defaultdict(list)
    handles = [handles_of(name_of(part[0]).full, key[1]) for part in parts]
    for at, found in enumerate(handles):
        for handle in found:
            by_handle[handle].append(at)
    pairs = {
        pair
        for members in by_handle.values()
        if len(members) <= 40  # a handle that many names share tells nothing
        for pair in combinations(members, 2)
    }
    for left, right in sorted(pairs):
        if owner[left] != owner[right] and _one_entity(parts[left], parts[right], key[1]):
            old, new = max(owner[left], owner[right]), min(owner[left], owner[right])
            owner = [new if o == old else o for o in owner]
    together: dict[int, list[Claim]] = defaultdict(list)
    for at, part in enumerate(parts):
        together[owner[at]] += part
    return [_cluster(*key, members) for members in together.values()]


def _one_entity(left: list[Claim], right: list[Claim], kind: Kind) -> bool:
    """Two spellings of one name, not two persons: nobody is named beside himself."""
    one, other = name_of(left[0]).full, name_of(right[0]).full
    found = compare_names(one, other, kind=kind)
    features = {piece.feature.removeprefix("name.") for piece in found.evidence}
    if found.score < 0.85 or features & set(WHOLE) or found.verdict is Verdict.AGREE:
        return found.score >= 0.95 and not features & set(WHOLE)
    if features & SAME_WORD and found.verdict is Verdict.VARIANT:
        return True
    return not any(other in name_of(c).beside for c in left)


def _cluster(source: str, kind: Kind, members: Sequence[Claim]) -> Cluster:
    members = sorted(members, key=lambda c: (c.start, c.end))
    values = [name_of(claim) for claim in members]
    names = tuple(dict.fromkeys(value.full for value in values))[:MOST_NAMES]
    return Cluster(
        source=source,
        kind=kind,
        claims=tuple(members),
        names=names,
        handles=frozenset().union(*(handles_of(name, kind) for name in names)),
        beside=frozenset(b.casefold() for v in values[:40] for b in v.beside),
        roles=frozenset(r for v in values[:40] for r in v.roles),
        titles=frozenset(t for v in values for t in v.titles),
        sentences=tuple(frozenset(c.context.lemmas) for c in members[:12]),
    )


def common_kind(left: Kind, right: Kind) -> Kind:
    """The kind by whose rules two names are compared that were taken for different kinds."""
    if left is right:
        return left
    return Kind.PERSON if Kind.PERSON in (left, right) else Kind.ORGANIZATION


def handles_of(name: str, kind: Kind) -> frozenset[str]:
    """Short keys of which two names must share one before they are compared at all."""
    found = words(name, initials_apart=kind is Kind.PERSON)
    telling = [w for w in found if w not in word_list("stop")] or list(found)
    handles = {w[:3] for w in telling} | {"…" + w[-3:] for w in telling}
    handles |= {w[0] + w[-1] for w in telling}
    if kind is Kind.PERSON:
        handles |= {"=" + family.why for w in telling for family in spellings().get(w, ())}
        handles |= {"~" + other[:4] for w in telling for other in nicknames().get(w, ())}
        handles |= {"~" + w[:4] for w in telling}
        return frozenset(handles)
    handles.add("&" + "".join(w[0] for w in telling))
    handles.add("&" + "".join(found))
    handles |= {"=" + "".join(family.forms[0]) for family in equivalents(str(kind)).get(found, ())}
    country = country_of(name) if kind is Kind.PLACE else None
    return frozenset(handles | {"@" + country} if country else handles)
