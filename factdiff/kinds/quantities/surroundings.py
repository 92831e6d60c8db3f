"""What stands around a number: whose it is, when, and which words are near."""

from __future__ import annotations

from spacy.tokens import Token

from factdiff.kinds.context import text_of
from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.nouns import NounGroup
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.stems import stem
from factdiff.model import Kind

AROUND = 12  # content words on either side kept for matching
WHEN = 30  # words on either side in which a date tells when the thing was
CONTENT = ("NN", "VB", "JJ", "RB")


def owner_of(article: Article, reading: Reading) -> str:
    """The person whose age it is: the name right after (``43-year-old Ann Hill``) or before."""
    if not reading.unit.endswith(" old"):
        return ""
    start = article.pieces[reading.start].start
    end = article.pieces[reading.end - 1].end
    after = article.near_claims(end, end + 40, Kind.PERSON)
    if after and _close(text_of(article.doc)[end : after[0].start]):
        return str(after[0].value)
    before = article.near_claims(max(0, start - 80), start, Kind.PERSON)
    if before:
        between = text_of(article.doc)[before[-1].end : start]
        if between.strip(" ,(") in (
            "",
            "is",
            "was",
            "now",
            "aged",
            "age",
            "turned",
            "who is",
            "who was",
        ):
            return str(before[-1].value)
    return ""


def _close(between: str) -> bool:
    """At most three plain words: ``43-year-old nurse Ann Hill``, ``the 43-year-old nurse, Ann``."""
    words = between.split()
    if between.endswith(", ") and 1 <= len(words) <= 3:
        between = between[:-2]
    return (
        len(words) <= 3
        and not any(sign in between for sign in ',.;:()\n"')
        and not any(
            word in ("of", "and", "in", "by", "to", "was", "is", "as", "with", "said")
            for word in words
        )
    )


def times_near(article: Article, reading: Reading) -> tuple[str, ...]:
    """The dates of the sentence that are near; not those after ``since``."""
    token = article.token_at(article.pieces[reading.number].start)
    if token is None:
        return ()
    first = article.doc[max(0, token.i - WHEN)]
    last = article.doc[min(len(article.doc), token.i + WHEN) - 1]
    dates = article.near_claims(first.idx, last.idx + len(last.text), Kind.DATE)
    return tuple(
        dict.fromkeys(str(claim.value) for claim in dates if _dates_it(article, token, claim.start))
    )


def _dates_it(article: Article, token: Token, offset: int) -> bool:
    other = article.token_at(offset)
    if other is None or (other.i and other.nbor(-1).lower_ == "since" and not _when(other)):
        return False
    low, high = sorted((token.i, other.i))
    return not any(article.doc[at].is_sent_start for at in range(low + 1, high + 1))


def _when(date: Token) -> bool:
    """``since 1998, when 340 people died``: the year is that of the clause."""
    after = [token.lower_ for token in date.doc[date.i + 1 : date.i + 4]]
    return "when" in after


def words_near(article: Article, reading: Reading, group: NounGroup | None) -> tuple[str, ...]:
    """Stems of the content words near the number, in its sentence, without the noun group."""
    token = article.token_at(article.pieces[reading.number].start)
    if token is None:
        return ()
    end = max(group.end if group is not None else 0, token.i + 1)
    before: list[Token] = []
    for other in reversed(article.doc[max(0, token.i - AROUND) : token.i + 1]):
        if other.i < token.i:
            before.append(other)
        if other.is_sent_start:
            break
    after: list[Token] = []
    for other in article.doc[end : end + AROUND]:
        if other.is_sent_start:
            break
        after.append(other)
    return tuple(dict.fromkeys(stem(t.lower_) for t in before + after if _is_content(t)))


def _is_content(token: Token) -> bool:
    named = not token.tag_ or token.tag_.startswith(CONTENT)
    return named and token.is_alpha and not token.is_stop
