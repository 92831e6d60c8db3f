"""What kind of thing a name is, by the words around all its mentions in one article.

The tagger's label is one vote among others. `Wells Fargo` with a spokesman is a company, whoever
Mr. Fargo was; a name after `in` that no one speaks under is a town; a ship is no claim at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from factdiff.kinds.names.fold import fold
from factdiff.kinds.names.forms import is_camel, misspelt_ending
from factdiff.kinds.names.geography import country_of
from factdiff.kinds.names.introducing import introduced, nouns_kind, possessed
from factdiff.kinds.names.mentions import Mention, plain
from factdiff.kinds.names.person import person
from factdiff.kinds.names.ships import ships
from factdiff.kinds.names.standing import namesakes, standing
from factdiff.kinds.names.tables import clues, equivalents, known_names, nicknames, spellings
from factdiff.kinds.syntax import OBJECTS, SUBJECTS
from factdiff.lexicon import demonyms
from factdiff.model import Kind

NONE = "none"
TAGGER = 2.0  # votes of the tagger's label, and of each rule that is as sure as the tagger
ENOUGH = 2.0  # votes that a name needs which the tagger was unsure of


def settled(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """The mentions with the kind that the article as a whole gives each name."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for mention in found:
        if mention.kind is not Kind.GROUP:
            for vote, weight in _votes(doc, mention):
                votes[fold(mention.name)][vote] += weight
    for name in namesakes(found) & votes.keys():
        if votes[name].get(Kind.PERSON, 0.0) > votes[name].get(Kind.PLACE, 0.0):
            votes[name][Kind.ORGANIZATION] += 5.0 * sum(fold(m.name) == name for m in found)
    full = {word for m in found if m.kind is Kind.PERSON for word in _parts(m)}
    times = Counter(fold(m.name) for m in found)
    tagged = {fold(m.name) for m in found if not m.unsure}
    things = ships(doc, found)
    kept = []
    for mention in found:
        if mention.name in things:
            continue
        if mention.kind is not Kind.GROUP:
            # the mean over all mentions: one odd place does not make a town of a man; where the
            # tagger has no opinion every clue counts
            name = fold(mention.name)
            given = votes[name]
            share = 1 if name not in tagged else times[name]
            mean = {vote: given[vote] / share for vote in given}
            kind = _winner(mean, mention, full)
        else:
            kind = mention.kind
        if kind is not None:
            kept.append(replace(mention, kind=kind, unsure=False))
    return kept


def _parts(mention: Mention) -> tuple[str, ...]:
    words = person(mention.name).folded
    return words if len(words) > 1 else ()


def _winner(votes: dict[str, float], mention: Mention, full: set[str]) -> Kind | None:
    if " " not in mention.name and fold(mention.name) in full:
        # `LuAnn` where `LuAnn Marie Johnson` is named
        votes[Kind.PERSON] = votes.get(Kind.PERSON, 0.0) + 2.5
    best = max(votes, key=lambda kind: (votes[kind], kind == mention.kind, kind), default=NONE)
    if best == NONE or (mention.unsure and votes[best] < ENOUGH):
        return None
    return Kind(best)


def _votes(doc: Doc, mention: Mention) -> Iterator[tuple[str, float]]:
    if not mention.unsure:
        yield mention.kind, TAGGER
    if mention.titles:
        yield Kind.PERSON, 4.0
    yield from _listed(mention)
    yield from _beside(doc, mention)
    yield from _acting(doc, mention)
    yield from introduced(doc, mention)
    yield from standing(doc, mention)
    yield from _formed(doc, mention)


def _beside(doc: Doc, mention: Mention) -> Iterator[tuple[str, float]]:
    words = [plain(t.text) for t in doc[mention.start : mention.end]]
    before = mention.start - 1
    while before > 0 and doc[before].text in (",", "the", "The", "“", '"'):
        before -= 1
    after = plain(doc[mention.end].text) if mention.end < len(doc) else ""
    seen = {
        "before": plain(doc[before].text) if before >= 0 else "",
        "after": after,
        "possessed": possessed(doc, mention.end),
        "venue": _venue(doc, mention),
        "last": words[-1],
        "first": words[0],
        "ending": "-" + words[0] if len(words) == 1 else "",
    }
    for clue in clues():
        if clue.where in ("last", "first") and len(words) < 2:
            continue
        if clue.where == "last" and mention.kind is Kind.PERSON and clue.kind == Kind.PLACE:
            continue  # Dale Hall, Rosa Parks
        if (
            clue.where == "ending" and any(seen["ending"].endswith(end) for end in clue.words)
        ) or seen.get(clue.where) in clue.words:
            # `150 miles off Aden`: a lone word after such a preposition is seldom a man
            alone = clue.where == "before" and len(words) == 1 and not mention.titles
            strong = alone and clue.kind == Kind.PLACE and mention.kind is Kind.PERSON
            yield clue.kind, clue.weight * (2.5 if strong else 1.0)


def _venue(doc: Doc, mention: Mention) -> str:
    """The word behind a lone name with an article before it: `at a Burnsville diner`."""
    article = mention.start > 0 and doc[mention.start - 1].lower_ in ("a", "an")
    alone = mention.end - mention.start == 1 and mention.end < len(doc)
    return plain(doc[mention.end].text) if article and alone else ""


def _acting(doc: Doc, mention: Mention) -> Iterator[tuple[str, float]]:
    """What a name does and suffers in its clause: companies are acquired and announce."""
    head = doc[mention.start : mention.end].root
    verb = plain(head.head.lemma_ or head.head.text)
    where = "subject_of" if head.dep_ in SUBJECTS else "object_of" if head.dep_ in OBJECTS else ""
    if head.dep_ == "nmod" and head.head.pos_ in ("NOUN", "VERB"):
        where = "of_noun"
    for clue in clues():
        if where and clue.where == where and verb in clue.words:
            between_commas = clue.kind == Kind.PERSON and _in_commas(doc, mention)
            if clue.kind != Kind.PERSON or between_commas:
                yield clue.kind, clue.weight
    if where == "subject_of" and head.head.tag_.startswith("NN"):
        # `Elmbank is the largest lender in the country`
        yield from nouns_kind(verb)
    if _of_somewhere(doc, mention):
        yield Kind.PLACE, 1.0


def _in_commas(doc: Doc, mention: Mention) -> bool:
    """`the governor of the province, Reza Tehrani, told`: a name of two words in apposition."""
    start, end = mention.start - 1, mention.end
    commas = start >= 0 and end < len(doc) and doc[start].text == doc[end].text == ","
    return commas and mention.end - mention.start > 1


def _of_somewhere(doc: Doc, mention: Mention) -> bool:
    """`Ann Marie Johnson, of Burnsville`."""
    start = mention.start
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].text == ","


def _listed(mention: Mention) -> Iterator[tuple[str, float]]:
    known = known_names().get(mention.name)
    if known is not None:
        yield known, 4.0
    folded = tuple(fold(mention.name).split())
    if country_of(mention.name) is not None and mention.name != "Georgia":
        yield Kind.PLACE, 3.0
    elif folded in equivalents("place"):
        yield Kind.PLACE, 1.5
    if folded in equivalents("organization") and (len(folded) > 1 or _is_said_acronym(mention)):
        yield Kind.ORGANIZATION, 3.0
    if mention.kind is Kind.PERSON and mention.name in _demonym_forms():
        yield NONE, 4.0  # `Uyghur` before a noun
    given = folded[0] if folded else ""
    if 2 <= len(folded) <= 3 and (given in nicknames() or given in spellings()):
        yield Kind.PERSON, 1.5


def _is_said_acronym(mention: Mention) -> bool:
    """`Nato`, `Ecowas`: acronyms of many letters, as British papers write them."""
    name = mention.name
    if not (name.isalpha() and name[:1].isupper() and name[1:].islower() and len(name) > 3):
        return False
    families = equivalents("organization")[fold(name),]
    return any(family.why == "acronym" for family in families)


def _formed(doc: Doc, mention: Mention) -> Iterator[tuple[str, float]]:
    """`CityMarkt` is a company, `McAllen` and `LaRue` are none for their capitals."""
    word = mention.name
    if mention.end - mention.start == 1 and is_camel(word):
        yield Kind.ORGANIZATION, ENOUGH / 2 if mention.unsure else TAGGER + 0.5
    last = doc[mention.end - 1].text
    if mention.end - mention.start > 2 and mention.kind is not Kind.PLACE:
        kind = misspelt_ending(last)
        if kind is not None:
            yield kind, 3.0


@cache
def _demonym_forms() -> frozenset[str]:
    return frozenset(row.form for row in demonyms() if not row.ambiguous)
