"""What a quantity is about, in the few words a report shows: ``people killed``, ``age of Ann``."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.events import states
from factdiff.kinds.quantities.families import is_person
from factdiff.kinds.quantities.measured import measured, noun_before, noun_of_verb, words_of
from factdiff.kinds.quantities.nouns import NounGroup, lemma_of, noun_group
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.stems import stem
from factdiff.kinds.quantities.tables import rows, word_set
from factdiff.kinds.quantities.value import Quantity
from factdiff.kinds.syntax import governing_verb
from factdiff.model import Kind

NOUNS = {Kind.MONEY: "sum", Kind.PERCENT: "share", Kind.MEASURE: "measure", Kind.COUNT: "number"}
CHANGED = frozenset({"%", "percent", "cent", "pct", "points", "point"})


def subject_of(
    article: Article, reading: Reading, quantity: Quantity, group: NounGroup | None
) -> str:
    """A short English phrase for the thing measured; never empty."""
    if quantity.unit.endswith(" old"):
        return _whose_age(article, reading, quantity, group)
    if reading.kind is Kind.COUNT:
        return _counted(article, reading, quantity, group)
    if quantity.ordinal:
        return _words(group) or "rank"
    return _measured(article, reading, quantity, group)


def _whose_age(
    article: Article, reading: Reading, quantity: Quantity, group: NounGroup | None
) -> str:
    who = quantity.thing.owner or _words(group)
    if not who:
        noun = noun_before(article, reading)
        who = words_of(noun) if noun is not None else ""
    return f"age of {who}" if who else "age"


def _counted(
    article: Article, reading: Reading, quantity: Quantity, group: NounGroup | None
) -> str:
    """``passengers``, ``people killed``; where the noun is left out, the one counted before."""
    state, words = quantity.thing.state, _words(group)
    head = group.head if group is not None else None
    hyphen = article.piece(reading.end) == "-"  # `a 20-bed hospital`
    if head is not None and (hyphen or not _stands_for_people(head)):
        article.counted.append((head.idx, words, is_person(lemma_of(head))))
        told = not state or stem(lemma_of(head)) in states("noun") or state[:5] in words.lower()
        return words if told else f"{words} {state}"
    if head is None and not state:
        of = article.piece(reading.start - 1) == "of"
        found = noun_before(article, reading) if of else noun_of_verb(article, reading)
        if found is not None:
            return f"size of {words_of(found)}" if of else words_of(found)
    befallen = state or (words if head is not None and head.tag_ in ("VBN", "JJ") else "")
    if head is not None and not befallen:
        return words
    noun, people = article.counted_before(article.pieces[reading.start].start)
    if state and is_people_state(state) and not people:
        noun = "people"
    if not noun:
        noun = "people" if head is not None and head.tag_ == "VBN" else "number"
    if head is not None and noun == "people":
        article.counted.append((head.idx, noun, True))  # `Eight of the dead drowned, five …`
    return f"{noun} {befallen}".strip()


def _stands_for_people(head: Token) -> bool:
    """``10 dead``, ``three held``, ``the 60 needed``: no noun."""
    key = stem(head.lower_)
    if head.tag_ == "VBN" or key in states("adjective"):
        return True
    return head.tag_ == "JJ" and not head.text[0].isupper()


@cache
def is_people_state(state: str) -> bool:
    """Whether a state befalls people (``killed``) rather than things (``damaged``)."""
    return state in {row[1] for row in rows("states.tsv")} - {"damaged", "seized", "without power"}


def _measured(
    article: Article, reading: Reading, quantity: Quantity, group: NounGroup | None
) -> str:
    noun = NOUNS[reading.kind]
    if not quantity.unit and "-" in quantity.amount.words:
        return "score"
    if reading.kind is Kind.MEASURE:
        dimension = dimension_of(quantity)
        noun = _noun_for("dimension").get(dimension, quantity.unit or noun)
    head = group.head if group is not None else None
    sized = _size_after(article, reading)
    if head is not None and not sized:
        if head.tag_ == "VBN":
            return f"{noun} {head.text}"
        change = article.piece(reading.end - 1) in CHANGED
        return _words(group) + (_in_what(group) if change else "")
    return _of_what(article, reading, noun, sized)


def _of_what(article: Article, reading: Reading, noun: str, sized: str) -> str:
    """What a quantity without a noun behind it is of, from the words and the tree before it."""
    found = measured(article, reading) if sized != "distance" else None
    what = words_of(found) if found is not None else ""
    if found is not None and what.lower() not in (noun, reading.unit):
        bare = reading.kind is not Kind.MEASURE or article.piece(reading.start - 1) == "of"
        itself = bare or lemma_of(found) in _noun_for("noun")
        return what if itself else f"{sized or noun} of {what}"
    if sized:
        return sized
    part = reading.kind is Kind.PERCENT and article.piece(reading.end - 1) not in CHANGED
    if part and article.piece(reading.end) != "of":  # `about half are still there`
        before = article.counted_before(article.pieces[reading.start].start)[0]
        if before:
            return before
    verb = _verb(article, reading)
    return f"{noun} {verb}" if verb else noun


def _in_what(group: NounGroup | None) -> str:
    """`` in third-quarter profit`` after the ``drop`` of ``an 18 percent drop``."""
    if group is None or group.head is None or group.end + 1 >= len(group.head.doc):
        return ""
    if group.head.doc[group.end].lower_ != "in":
        return ""
    inner = noun_group(group.head.doc, group.end + 1)
    common = inner.head is not None and not inner.head.tag_.startswith("NNP")
    return f" in {_words(inner)}" if common else ""


def _size_after(article: Article, reading: Reading) -> str:
    """``height`` for ``4 meters high``, ``distance`` for ``40 km north of``."""
    after = article.piece(reading.end)
    if reading.kind is not Kind.MEASURE:
        return ""
    if after in _noun_for("direction") and reading.unit in _lengths():
        return _noun_for("direction")[after]
    return _noun_for("size").get(after, "")


@cache
def _noun_for(kind: str) -> dict[str, str]:
    return {row[0]: row[2] for row in rows("size_words.tsv") if row[1] == kind}


@cache
def _lengths() -> frozenset[str]:
    return frozenset(row[1] for row in rows("units.tsv") if row[2] in ("length", "city blocks"))


def _verb(article: Article, reading: Reading) -> str:
    """``spent`` of ``spent $3 million``, ``jailed`` of ``jailed for 11 years``."""
    token = article.token_at(article.pieces[reading.number].start)
    verb = governing_verb(token) if token is not None else None
    if verb is None or not verb.lower_.isalpha() or verb.lower_ == "went":
        return ""
    looks = verb.tag_ == "VBD" and verb.lower_.endswith(("ed", "id", "nt", "st"))
    if verb.tag_ != "VBN" and not looks:
        return ""  # `stole`, of which the participle is another word
    idle = word_set("measure_words.tsv", "stands") | word_set("measure_words.tsv", "idle")
    return "" if stem(verb.lower_) in idle else verb.lower_


def _words(group: NounGroup | None) -> str:
    if group is None or group.head is None:
        return ""
    named = [token for token in group.modifiers if token.tag_ != "CD"]
    words: list[str] = []
    for token in (*named, group.head):
        hyphen = words and token.i and token.nbor(-1).text == "-"  # `first-graders`
        words.append(("-" if hyphen else " ") + token.text)
    return "".join(words).strip()
