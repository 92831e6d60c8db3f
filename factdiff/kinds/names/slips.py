"""Words that the tagger passed over and that are a letter away from a name of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from factdiff.kinds.names.geography import origin_of
from factdiff.kinds.names.mentions import Mention, plain
from factdiff.kinds.names.person import person
from factdiff.kinds.names.tables import body_words
from factdiff.model import Kind
from factdiff.similarity import distance

SHORTEST = 6  # letters: among shorter words too many are a letter apart


def misspelt(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """Unmarked capitalised words that are one slip away from a marked name: `Jonhson`."""
    names = _single_names(doc, found)
    index: dict[str, str] = {key: name for name in names for key in _keys(name)}
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    added = []
    for token in doc:
        word = token.text
        if token.i in taken or len(word) < SHORTEST - 1 or not word[:1].isupper():
            continue
        meant = next((index[key] for key in _keys(word) if key in index), None)
        if meant is not None and _is_slip(word, meant):
            added.append(Mention(token.i, token.i + 1, names[meant], word))
    return added


def _single_names(doc: Doc, found: Sequence[Mention]) -> dict[str, Kind]:
    """Names of one word, and family names, with their kind."""
    names: dict[str, Kind] = {}
    for mention in found:
        words = [token.text for token in doc[mention.start : mention.end]]
        if mention.kind is Kind.PERSON and len(words) > 1:
            words = words[:1] if person(mention.name).family_first else words[-1:]
        if len(words) == 1 and len(words[0]) >= SHORTEST and mention.kind is not Kind.GROUP:
            names.setdefault(words[0], mention.kind)
    return names


def _keys(word: str) -> Iterator[str]:
    """The word, and the word with each letter but the first left out: two slips meet in one."""
    if len(word) <= 30:
        yield word
        for at in range(1, len(word)):
            yield word[:at] + word[at + 1 :]


def _is_slip(word: str, name: str) -> bool:
    """One letter inside the word; endings make other words: `German`, `Germany`, `Germans`."""
    if word == name or word.isupper() != name.isupper() or distance(word, name) != 1:
        return False
    if word[: len(name) - 1] == name[: len(word) - 1] and word[:-1] in (name, name[:-1]):
        return False
    known = plain(word)
    return (
        not word.startswith(name)
        and not name.startswith(word)
        and origin_of(known) is None
        and known not in body_words()
    )
