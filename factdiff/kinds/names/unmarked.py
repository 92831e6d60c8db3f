"""Names that the tagger passed over: bodies by their first or last word, persons by a title.

`the Consumer Product Safety Commission` and `Ministry of Water and Energy` need no tagger. In a
headline, where every word has a capital, nothing is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from factdiff.kinds.names.mentions import Mention, name_text, plain, title_phrases
from factdiff.kinds.names.namelike import stop_names
from factdiff.kinds.names.tables import word_list
from factdiff.model import Kind

LONGEST = 7  # tokens on one side of the telling word
WINDOW = 8  # tokens on either side that must not all have capitals
SMALL = ("of", "and", "for", "the", "&")


def unmarked(doc: Doc) -> Iterator[Mention]:
    """Bodies in running text that no entity of any label touches."""
    tagged = {at for ent in doc.ents for at in range(ent.start, ent.end)}
    ends, begins = word_list("body_end"), word_list("body_begin")
    for token in doc:
        at, word = token.i, plain(token.text)
        if at in tagged or not _capital(doc, at) or token.is_upper:
            continue
        start, end = at, at + 1
        if word in ends:
            start = _back(doc, at, tagged)
        if word in begins and start == at:
            end = _forth(doc, at, tagged)
        if (
            end - start > 1
            and not (end < len(doc) and _capital(doc, end))
            and _in_prose(doc, start, end)
        ):
            yield Mention(start, end, Kind.ORGANIZATION, name_text(doc, start, end))


def titled(doc: Doc) -> Iterator[Mention]:
    """Persons that no entity touches, behind a title in its short form: `Adm. Saif al-Rashdi`."""
    tagged = {at for ent in doc.ents for at in range(ent.start, ent.end)}
    for token in doc[:-1]:
        at = token.i + 1
        short = token.text.endswith(".") or plain(token.text) in word_list("courtesy")
        if not short or not token.text[:1].isupper() or (plain(token.text),) not in title_phrases():
            continue
        end = _end_of_person(doc, at, tagged)
        if end > at and not doc[at].is_upper:
            yield Mention(at, end, Kind.PERSON, name_text(doc, at, end), (plain(token.text),))


def _end_of_person(doc: Doc, start: int, tagged: set[int]) -> int:
    """Behind at most four capitalised words, particles and hyphens between them counted in."""
    end, at, size = start, start, 0
    while at < len(doc) and at not in tagged and size < 4:
        if _capital(doc, at):
            end, size = at + 1, size + 1
        elif end == start or plain(doc[at].text) not in word_list("bridge"):
            break
        at += 1
    return end


def _capital(doc: Doc, at: int) -> bool:
    token = doc[at]
    return token.is_alpha and token.text[:1].isupper()


def _back(doc: Doc, at: int, tagged: set[int]) -> int:
    """Where the capitals before the telling word begin; a word that opens a sentence is none."""
    start = at
    while start > max(0, at - LONGEST) and start - 1 not in tagged:
        before = doc[start - 1]
        linked = before.lower_ in ("and", "&", "of") and start - 2 >= 0 and _capital(doc, start - 2)
        if not linked and (not _capital(doc, start - 1) or _opens(doc, start - 1)):
            break
        start -= 1
    while start < at and not _capital(doc, start):
        start += 1
    return start


def _opens(doc: Doc, at: int) -> bool:
    """`Last Commission`, `The Committee`: a plain word with the capital of its sentence."""
    return plain(doc[at].text) in stop_names() or (
        bool(doc[at].is_sent_start) and not doc[at].tag_.startswith("NNP")
    )


def _forth(doc: Doc, at: int, tagged: set[int]) -> int:
    """Where `Ministry of Water and Energy` ends; the word alone if no ``of`` follows."""
    end = at + 1
    if end + 1 >= len(doc) or doc[end].lower_ not in ("of", "for"):
        return end
    last = end
    while end < min(len(doc), at + LONGEST) and end not in tagged:
        if _capital(doc, end):
            last = end + 1
        elif doc[end].lower_ not in SMALL:
            break
        end += 1
    return last


def _in_prose(doc: Doc, start: int, end: int) -> bool:
    """Whether the words around are written small, as in running text."""
    beside = (*doc[max(0, start - WINDOW) : start], *doc[end : end + WINDOW])
    around = [token for token in beside if token.is_alpha]
    small = sum(token.text.islower() for token in around)
    return bool(around) and 2 * small >= len(around)
