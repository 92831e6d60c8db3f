"""The noun a share, sum or measure belongs to where none follows: ``profit fell 4 percent``."""

from __future__ import annotations

from spacy.tokens import Token

from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.nouns import lemma_of
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.stems import stem
from factdiff.kinds.quantities.tables import units, word_set
from factdiff.kinds.syntax import (
    OBJECTS,
    SUBJECTS,
    children,
    governing_verb,
    is_predicate,
    is_verb,
)
from factdiff.model import Kind

TABLE = "measure_words.tsv"
CLIMB = 4  # steps up the tree from a sum to the noun it is the sum of
WIDE = 2  # words before a noun that are shown with it
BACK = 8  # pieces back from an age to the noun it belongs to: `two daughters, aged 4 and 7`
PRONOUNS = ("PRP", "WP", "WDT", "DT", "EX")


def measured(article: Article, reading: Reading) -> Token | None:
    """The noun that a sum, share or measure is of, by the words before it or by the tree."""
    before = article.piece(reading.start - 1)
    if before in word_set(TABLE, "worth"):
        return noun_before(article, reading)
    if before in ("of", "for"):  # `a journey of nine years`, `a cheque for $2 million`
        noun = article.token_at(article.pieces[reading.start - 2].start)
        if noun is not None and noun.tag_.startswith("NN") and _named(noun) is not None:
            return noun
    above = noun_above(article, reading)
    loose = reading.kind is Kind.MEASURE and above is not None and above.tag_.startswith("NNP")
    return above if above is not None and not loose else noun_of_verb(article, reading)


def noun_above(article: Article, reading: Reading) -> Token | None:
    """The noun a sum or measure hangs on: ``a fine of $60,000``, ``damage estimated at $2m``."""
    start = article.token_at(article.pieces[reading.start].start)
    end = article.token_at(article.pieces[reading.end - 1].start)
    if start is None or end is None or not start.dep_:
        return None
    token = article.token_at(article.pieces[reading.number].start) or start
    for _ in range(CLIMB):
        above = token.head
        if above.i == token.i:
            return None
        token = above
        if start.i <= token.i <= end.i:
            continue
        return None if is_predicate(token) else _named(token)  # `ten were in hospital`
    return None


def noun_of_verb(article: Article, reading: Reading) -> Token | None:
    """The noun a verb tells of: subject of ``fell 4 percent``, object of ``cut its target to``."""
    token = article.token_at(article.pieces[reading.number].start)
    verb = governing_verb(token) if token is not None else None
    if token is None or verb is None or not token.dep_:
        return None
    inside = range(token.i, article.token_after(article.pieces[reading.end - 1].start) + 1)
    objects = [child for child in children(verb) if child.dep_ in OBJECTS and child.i < token.i]
    moved = article.piece(reading.start - 1) in word_set(TABLE, "moved")
    if objects and moved and is_verb(verb) and objects[-1].i not in inside:
        named = _named(objects[-1])
        if named is not None:
            return named
    if not is_verb(verb) or stem(verb.lower_) in word_set(TABLE, "stands"):
        for child in children(verb):
            if child.dep_ in SUBJECTS and child.i not in inside:
                return _named(verb.head if _is_relative(child, verb) else child)
    return None


def _is_relative(subject: Token, verb: Token) -> bool:
    """``a striker who cost 12 million euros``."""
    return subject.tag_ in ("WP", "WDT") and verb.dep_.startswith("acl")


def _named(token: Token) -> Token | None:
    counted = token.i > 0 and token.nbor(-1).tag_ in ("CD", "$")  # `slipped 3 percent to`
    named = token.tag_.startswith("NN") and lemma_of(token) not in units() and not counted
    return token if named else None


def noun_before(article: Article, reading: Reading) -> Token | None:
    """The nearest noun before: ``gems worth $2m``, ``two daughters, aged 4 and 7``."""
    for at in range(reading.start - 1, max(-1, reading.start - 1 - BACK), -1):
        piece = article.pieces[at]
        if piece.text in (".", ";", ":", "!", "?", "\n"):
            return None
        token = article.token_at(piece.start)
        if token is None or token.tag_.startswith(("VB", "PRP")):
            return None
        if token.tag_.startswith("NN") and token.lower_ not in units():
            return token
    return None


def words_of(noun: Token) -> str:
    """A noun with the words that narrow it: ``third-quarter profit``, ``price target``."""
    words = [noun.text]
    for at in range(noun.i - 1, max(-1, noun.i - 1 - 2 * WIDE), -1):
        token = noun.doc[at]
        if token.text == "-" and words:
            words.insert(0, "-")
        elif token.tag_.startswith(("NN", "JJ")) and len(words) <= 2 * WIDE:
            words.insert(0, token.text)
        else:
            break
    while words[0] == "-":
        words.pop(0)
    first = noun.doc[noun.i - len(words) + 1]
    if first.is_title and first.is_sent_start and first.tag_ in ("NN", "NNS", "JJ"):
        words[0] = first.lower_
    wider = (*_of_which(noun, len(words)), *words, *_of_what(noun))
    return " ".join(wider).replace(" - ", "-")


def _of_what(noun: Token) -> tuple[str, ...]:
    """``of error`` after ``margin``; not ``of the`` or ``of ships that``."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    if len(after) < 2 or after[0].lower_ != "of" or after[1].tag_ not in ("NN", "NNS"):
        return ()
    return ("of", after[1].text)


def _of_which(noun: Token, width: int) -> tuple[str, ...]:
    """``margin of`` before ``error``."""
    of, outer = noun.i - width, noun.i - width - 1
    if outer < 0 or noun.doc[of].lower_ != "of" or not noun.doc[outer].tag_.startswith("NN"):
        return ()
    return (noun.doc[outer].text, "of")
