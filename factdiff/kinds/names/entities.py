"""Which mentions of one article mean the same, and the fullest name of each.

Nothing is guessed: a short form joins a longer name only where exactly one longer name fits, or
where the nearest before it does. Two spellings (`Uighurs`, `Uyghurs`) stay two names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factdiff.kinds.names.acronyms import is_acronym
from factdiff.kinds.names.body import body, weight_of
from factdiff.kinds.names.fold import words
from factdiff.kinds.names.geography import country_of, origin_of
from factdiff.kinds.names.mentions import Mention
from factdiff.kinds.names.person import person
from factdiff.kinds.names.tables import equivalents, nicknames, word_list
from factdiff.model import Kind

Key = tuple[Kind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one name: its wording and the tokens at which it stands, in order."""

    kind: Kind
    key: tuple[str, ...]
    name: str
    starts: tuple[int, ...]

    @property
    def first(self) -> int:
        """The token at which it is named first."""
        return self.starts[0]

    def last_before(self, place: int) -> int:
        """The token at which it was named last, up to ``place``; -1 if it was not."""
        at = bisect_right(self.starts, place)
        return self.starts[at - 1] if at else -1


def _usual_wording(mentions: Sequence[Mention]) -> str:
    """The most frequent wording, in ordinary case where there is one; ties by place."""
    counted = Counter(mention.name for mention in mentions)
    first = {m.name: m.start for m in reversed(mentions)}
    return min(counted, key=lambda n: (n.isupper() and len(n) > 5, -counted[n], first[n]))


def full_names(found: Sequence[Mention], pairs: Iterable[tuple[str, str]]) -> dict[int, str]:
    """The fullest name of each mention, by the mention's place in ``found``.

    ``pairs`` are short and full names that the article itself ties together in brackets.
    """
    gathered: dict[Key, list[Mention]] = defaultdict(list)
    keys = []
    for mention in found:
        keys.append((mention.kind, _key(mention)))
        gathered[keys[-1]].append(mention)
    entities = {
        key: Entity(*key, _usual_wording(mentions), tuple(sorted(m.start for m in mentions)))
        for key, mentions in gathered.items()
    }
    introduced = {words(short): words(full) for short, full in pairs}
    targets = _Targets(entities, introduced)
    return {at: targets.full_name(entities[key], found[at].start) for at, key in enumerate(keys)}


def _key(mention: Mention) -> tuple[str, ...]:
    if mention.kind is Kind.PERSON:
        return person(mention.name).folded
    return words(mention.name)


class _Targets:
    """Finds the longer name that a short one stands for."""

    def __init__(
        self, entities: dict[Key, Entity], introduced: dict[tuple[str, ...], tuple[str, ...]]
    ) -> None:
        self.entities = entities
        self.introduced = introduced
        self.persons_by_word: dict[str, list[Entity]] = defaultdict(list)
        self.bodies_by_word: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities.values():
            by_word = self.persons_by_word if entity.kind is Kind.PERSON else self.bodies_by_word
            for word in set(entity.key):
                by_word[word].append(entity)
        self.known: dict[Key, str | list[Entity]] = {}

    def full_name(self, entity: Entity, place: int) -> str:
        """The fullest name for the mention of an entity at a token."""
        key = (entity.kind, entity.key)
        if key not in self.known:
            self.known[key] = self._candidates(entity)
        candidates = self.known[key]
        if isinstance(candidates, str):
            return candidates
        if not candidates:
            return entity.name
        before = [c for c in candidates if c.first <= place]
        if not before and entity.kind is Kind.PERSON:
            # `their son Askar` before any `Askar Akayev` is another man; `Palin` is not
            candidates = [c for c in candidates if len(entity.key) > 1 or _family(c) in entity.key]
            if not candidates:
                return entity.name
        chosen = max(before, key=lambda c: c.last_before(place)) if before else candidates[0]
        return chosen.name

    def _candidates(self, entity: Entity) -> str | list[Entity]:
        """The one name that a table or a bracket gives, or the longer names that fit."""
        if entity.kind is Kind.PERSON:
            return self._longer_persons(entity)
        known = self._known_body(entity)
        return known if known is not None else self._longer_bodies(entity)

    def _longer_persons(self, entity: Entity) -> list[Entity]:
        """Persons whose name holds all words of this one: `Chen`, `Regina Benjamin`."""
        if not entity.key:
            return []
        size = len(entity.key)
        longer = [
            other
            for other in self.persons_by_word[
                min(entity.key, key=lambda w: len(self.persons_by_word[w]))
            ]
            if len(other.key) > size and set(entity.key) <= set(other.key)
        ]
        if size == 1:
            ends = [c for c in longer if entity.key[0] in (c.key[0], c.key[-1])]
            family = [c for c in ends if entity.key[0] == _family(c)]
            longer = family or ends
        return _most_words(longer) or self._by_nickname(entity)

    def _by_nickname(self, entity: Entity) -> list[Entity]:
        """`Alex` for `Alexandros Grigoropoulos`, if nobody else could be meant."""
        if len(entity.key) != 1:
            return []
        formal = nicknames().get(entity.key[0], frozenset())
        bearers = [
            other
            for name in sorted(formal)
            for other in self.persons_by_word.get(name, ())
            if len(other.key) > 1 and other.key[0] == name
        ]
        return bearers if len(bearers) == 1 else []

    def _known_body(self, entity: Entity) -> str | None:
        introduced = self.introduced.get(entity.key)
        if introduced is not None:
            for kind in (entity.kind, Kind.ORGANIZATION, Kind.PLACE):
                full = self.entities.get((kind, introduced))
                if full is not None:
                    return full.name
        if entity.kind is Kind.PLACE:
            country = country_of(entity.name)
            if country is not None:
                return country
        longest: Entity | None = None
        for family in equivalents(str(entity.kind)).get(entity.key, ()):
            if not family.plain:
                continue
            for form in family.forms:
                other = self.entities.get((entity.kind, form))
                if other is not None and (longest is None or len(other.name) > len(longest.name)):
                    longest = other
        return longest.name if longest is not None else None

    def _longer_bodies(self, entity: Entity) -> list[Entity]:
        """Bodies that this one is the acronym or a plain short form of."""
        if not entity.key or entity.kind is Kind.GROUP:
            return []
        letters = "".join(entity.key)
        if len(entity.key) == 1 and entity.name.replace(".", "").isupper() and len(letters) > 1:
            spelled_out = [
                other
                for other in self.entities.values()
                if other.kind is entity.kind
                and len(other.key) > 1
                and is_acronym(letters, other.key)
            ]
            if spelled_out:
                return _most_words(spelled_out)
        candidates = self.bodies_by_word[entity.key[0]]
        return _most_words(
            [
                c
                for c in candidates
                if c.kind is entity.kind and (_shortens(entity, c) or self._without_town(entity, c))
            ]
        )

    def _without_town(self, short: Entity, long: Entity) -> bool:
        """`Police Department` for the `Woodburn Police Department` of an article on Woodburn."""
        size = len(short.key)
        town = long.key[:-size]
        return size > 1 and long.key[-size:] == short.key and (Kind.PLACE, town) in self.entities


def _family(entity: Entity) -> str:
    taken_apart = person(entity.name)
    if not taken_apart.folded:
        return ""
    return taken_apart.folded[0 if taken_apart.family_first else -1]


def _shortens(short: Entity, long: Entity) -> bool:
    """`Kraft` for `Kraft Foods`, `Treasury` for `U.S. Treasury`, `Qeshm` for `Qeshm island`."""
    if len(long.key) <= len(short.key) or not set(short.key) <= set(long.key):
        return False
    rest = [w for w in long.key if w not in short.key and w not in word_list("stop")]
    if short.kind is Kind.PLACE:
        return all(word in word_list("placeword") for word in rest)
    starts = long.key[: len(short.key)] == short.key
    ends = long.key[-len(short.key) :] == short.key
    own = body(short.name)
    telling = any(_tells(word) for word in short.key)
    if starts and telling and all(not _tells(word) for word in rest):
        return bool(own.words)
    return ends and all(_is_origin(word) for word in rest)


def _tells(word: str) -> bool:
    return weight_of(word) >= 1.5


def _is_origin(word: str) -> bool:
    return origin_of(word) is not None


def _most_words(candidates: list[Entity]) -> list[Entity]:
    """The candidates that no other candidate is a longer form of, in the order of the text."""
    kept = [
        c
        for c in candidates
        if not any(
            o is not c and len(o.key) > len(c.key) and set(c.key) <= set(o.key) for o in candidates
        )
    ]
    return sorted(kept, key=lambda c: c.first)
