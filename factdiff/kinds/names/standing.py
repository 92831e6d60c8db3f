"""What the words right before a name tell of its kind: offices, portfolios, towns, ships.

`their lawyer, Ann Dorn` and `Coordinating Minister for Fisheries Ann Dorn` are persons whatever
the tagger saw; the `Fisheries` of that minister is no body; the `town of Donkor` is a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from factdiff.kinds.names.body import OWN_WORD, body, weight_of
from factdiff.kinds.names.fold import fold
from factdiff.kinds.names.geography import country_of
from factdiff.kinds.names.mentions import Mention, plain
from factdiff.kinds.names.person import title_words
from factdiff.kinds.names.tables import equivalents, word_list
from factdiff.model import Kind

REACH = 9  # tokens between a title and the name it stands before
LINKS = ("of", "for", "and", "the", "&", ",")
DASHES = ("-", "--", "—", "–", "(")
NONE = "none"


def standing(doc: Doc, mention: Mention) -> Iterator[tuple[str, float]]:
    """Votes of what stands right before a name."""
    start, size = mention.start, mention.end - mention.start
    before = plain(doc[start - 1].text) if start else ""
    if mention.name.endswith((" District", " Circuit")) and _is_of_court(doc, mention.end):
        yield NONE, 6.0  # U.S. District Judge Ann Dorn
    if before in ("flagged", "registered") and start > 1 and doc[start - 2].text in ("-", "–"):
        yield NONE, 4.0  # the Panamanian-flagged Freya
    if before.endswith("-flagged"):
        yield NONE, 4.0
    if before == "of" and start > 1 and _is_kind_of_place(doc, start - 2):
        yield Kind.PLACE, 3.5
    if before in ("of", "for") and mention.kind is not Kind.PLACE and _is_office(doc, start - 2):
        yield NONE, 5.0  # Minister of Fisheries
    if size == 1 and _before_state(doc, mention.end):
        yield Kind.PLACE, 3.0  # Elmsford, New Jersey
    if before == "by" and start > 1 and plain(doc[start - 2].text) in word_list("owned"):
        yield Kind.ORGANIZATION, 2.5  # owned by Hessen Chemie
    if _has_shares(doc, mention.end):
        yield Kind.ORGANIZATION, 3.0
    if _opens_dateline(doc, mention):
        yield Kind.PLACE, 4.0
    named = 1 < size <= 4 and doc[start].text[:1].isupper()
    if named and doc[start - 1].text == "," and start > 1 and _is_trade(doc, start - 2):
        yield Kind.PERSON, 3.0
    elif named and doc[start - 1].text == "," and _trade_of_something(doc, start - 1):
        yield Kind.PERSON, 0.0 if _is_known_place(mention) else 2.5
    elif named and _behind_office(doc, start):
        yield Kind.PERSON, 3.5


def _before_state(doc: Doc, end: int) -> bool:
    """Whether a comma and the name of a state or country follow, and then no possessive."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    for size in (2, 1):
        words = tuple(plain(token.text) for token in doc[end + 1 : end + 1 + size])
        known = words in equivalents("place") or country_of(" ".join(words)) is not None
        if known and len(words) == size and doc[end + 1].text[:1].isupper():
            behind = doc[end + 1 + size].text if end + 1 + size < len(doc) else ""
            return behind in (",", ".", ";", ")", "—", "")
    return False


def _is_of_court(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].lower_ in ("judge", "attorney", "magistrate", "justice")


def _has_shares(doc: Doc, end: int) -> bool:
    """`Van Houten, whose stock fell`."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ != "whose":
        return False
    return plain(doc[end + 2].text) in word_list("traded")


def _opens_dateline(doc: Doc, mention: Mention) -> bool:
    """`WASHINGTON -- ` at the head of a line."""
    start, end = mention.start, mention.end
    first = start == 0 or "\n" in doc[start - 1].text_with_ws
    shouted = mention.name.isupper() and len(mention.name) > 3
    if not (first and shouted and end < len(doc)):
        return False
    return doc[end].text in DASHES or (doc[end].text == "," and len(mention.name) > 4)


def _is_kind_of_place(doc: Doc, at: int) -> bool:
    word = plain(doc[at].text)
    return word == "mayor" or (doc[at].text.islower() and word in word_list("settlement"))


def _is_office(doc: Doc, at: int) -> bool:
    return at >= 0 and doc[at].text[:1].isupper() and plain(doc[at].text) in word_list("portfolio")


def _is_trade(doc: Doc, at: int) -> bool:
    """`their lawyer`, `its secretary-general`: one person's office, and the name is his."""
    word = plain(doc[at].text.rpartition("-")[2])
    if not doc[at].text.islower() or not (word in title_words() or word in word_list("occupation")):
        return False
    if word in word_list("owner"):
        return False  # the ship's owner, Lucena Lines
    owners = doc[max(0, at - 5) : at]
    return any(token.tag_ in ("PRP$", "POS") or token.lower_ == "the" for token in owners)


def _trade_of_something(doc: Doc, comma: int) -> bool:
    """`the governor of Sisaket province, Somchai Ratanakul`: the trade stands further back."""
    for at in range(comma - 2, max(0, comma - REACH), -1):
        if doc[at].is_punct or doc[at].tag_.startswith("VB"):
            return False
        if doc[at + 1].lower_ in ("of", "for") and _is_trade(doc, at):
            return True
    return False


def _is_known_place(mention: Mention) -> bool:
    words = tuple(fold(mention.name).split())
    return country_of(mention.name) is not None or words in equivalents("place")


def _behind_office(doc: Doc, start: int) -> bool:
    """`Coordinating Minister for Maritime Affairs Ann Dorn`: capitals all the way to the title."""
    for at in range(start - 1, max(-1, start - REACH), -1):
        token = doc[at]
        if not token.text[:1].isupper() and token.lower_ not in LINKS:
            return False
        if token.text == "," and at == start - 1:
            return False
        if _is_office(doc, at):
            return at + 1 < start and doc[at + 1].lower_ in ("of", "for")
    return False


def namesakes(found: Sequence[Mention]) -> frozenset[str]:
    """Folded short forms of the article's bodies: `Van Houten` where `Van Houten NV` is named."""
    persons = {
        word
        for mention in found
        if mention.kind is Kind.PERSON and mention.end - mention.start > 1
        for word in fold(mention.name).split()
    }
    short: set[str] = set()
    for mention in found:
        if mention.kind is not Kind.ORGANIZATION or mention.unsure:
            continue
        taken = body(mention.name)
        if taken.legal is not None:
            short.add(" ".join(taken.core))
        if word_list("personal_body") & set(taken.core):
            continue  # the Bush administration
        own = [word for word in taken.core if weight_of(word) == OWN_WORD]
        alone = len(own) == 1 and len(taken.core) > 1 and taken.core[0] == own[0]
        if alone and own[0] not in persons:
            short.add(own[0])
    return frozenset(short)
