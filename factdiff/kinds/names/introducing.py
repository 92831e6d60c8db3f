"""What an article says a name is: `Elmbank, a lender`, `Ann Dorn, a nurse`, `Elmbank's shares`.

The noun of an apposition is the surest sign of a name's kind, and it needs no parse: it stands
behind a comma, with or without an article.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from factdiff.kinds.names.mentions import Mention, plain
from factdiff.kinds.names.person import title_words
from factdiff.kinds.names.tables import clues, word_list
from factdiff.model import Kind

REACH = 9  # tokens in which the noun of an apposition must end
_BEFORE_NOUNS = ("JJ", "CD", "HYPH", "RB", "VBN", "VBG", "CC")
_POSSESSIVES = ("'s", "’s", "'", "’")


def introduced(doc: Doc, mention: Mention) -> Iterator[tuple[str, float]]:
    """Votes of an apposition or an age behind the name."""
    end = mention.end
    if end + 2 >= len(doc) or doc[end].text != ",":
        return
    size = mention.end - mention.start
    if mention.kind is Kind.PERSON and doc[end + 1].lower_ == "which":
        yield Kind.ORGANIZATION, 2.5  # `Elmbank, which lends to farmers`
        return
    if 1 < size <= 4 and doc[end + 1].like_num and doc[end + 2].text == ",":
        yield Kind.PERSON, 2.0
        return
    article = doc[end + 1].lower_ in ("a", "an", "the")
    noun, behind = _noun(doc, end + 2 if article else end + 1)
    if not noun:
        return
    if not article and behind not in ("of", "at", "for", "in"):
        return  # `Oakham, police said`
    told = list(nouns_kind(noun))
    if told:
        yield from told if article else ()
    elif (1 < size <= 4 and _is_occupation(noun)) or (article and behind == "who"):
        yield Kind.PERSON, 4.0


def _noun(doc: Doc, at: int) -> tuple[str, str]:
    """The head noun of the noun phrase that begins at a token, and the word behind it."""
    head, start = "", at
    while at < min(len(doc), start + REACH):
        token = doc[at]
        if token.text in _POSSESSIVES:
            head = ""  # `the party's legal affairs chief`
        elif token.tag_.startswith("NN"):
            head = plain(token.text)
        elif head or not token.tag_.startswith(_BEFORE_NOUNS):
            break
        at += 1
    return head, doc[at].lower_ if at < len(doc) else ""


def _is_occupation(noun: str) -> bool:
    return noun in title_words() or noun in word_list("occupation")


def nouns_kind(noun: str) -> Iterator[tuple[str, float]]:
    """The votes of a noun that is said to be what the name is: `a charity`, `the lender`."""
    for clue in clues():
        if clue.where == "is" and noun in clue.words:
            yield clue.kind, clue.weight


def possessed(doc: Doc, at: int) -> str:
    """What belongs to a name that ends before ``at``: `shares`, `chief executive` as one word."""
    if at >= len(doc) or doc[at].text not in _POSSESSIVES:
        return ""
    at += 1
    if at < len(doc) and doc[at].text == "s":
        at += 1  # the ending torn apart: `’ s`
    first = plain(doc[at].text) if at < len(doc) else ""
    second = plain(doc[at + 1].text) if at + 1 < len(doc) else ""
    return f"{first} {second}" if first == "chief" else first
