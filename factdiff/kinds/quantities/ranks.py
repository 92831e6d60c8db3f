"""When an ordinal is a claim: ``first woman to``, ``third floor``, ``seventh straight day``."""

from __future__ import annotations

from spacy.tokens import Token

from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.nouns import NounGroup, lemma_of, noun_group
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.tables import word_set

TABLE = "rank_nouns.tsv"
REACH = 12  # words after the noun in which `to lead`, `in history`, `ever` may stand


def rank_group(article: Article, reading: Reading) -> tuple[NounGroup, str] | None:
    """The noun group of a rank and the unit its value keeps; None for no claim."""
    at = reading.number_end
    if article.piece(at) == "-":
        at += 1
    if at >= len(article.pieces):
        return None
    index = article.token_after(article.pieces[at].start)
    group = noun_group(article.doc, index, article.date_tokens)
    if _is_placing(article, reading, group):
        return NounGroup(None, index), ""
    if group.head is None or article.doc[index].lower_ == "of":
        return None
    if _names_something(article, reading, group):
        return None
    unit = _run_of(article, group) or _unit(group) or _hyphenated_unit(article, reading)
    if unit is not None:
        return group, unit
    return (group, "") if _is_claim(article, group) else None


def _is_placing(article: Article, reading: Reading, group: NounGroup) -> bool:
    """``finished third``, ``ranked 12th among``; not ``came first thing``."""
    if group.head is not None and group.head.i < group.end:
        first = article.token_after(article.pieces[reading.number_end].start)
        if first >= len(article.doc) or article.doc[first].tag_ not in ("IN", "RB", "TO"):
            return False
    before = article.piece(reading.start - 1)
    if before in ("joint", "equal", "tied", "dead", "in", "overall"):
        before = article.piece(reading.start - 2)
    return before in word_set(TABLE, "placing")


def _names_something(article: Article, reading: Reading, group: NounGroup) -> bool:
    """``First Amendment``, ``Third Avenue``, ``first lady``, ``11th hour``."""
    first = article.token_after(article.pieces[reading.number_end].start)
    following = article.doc[first] if first < len(article.doc) else None
    capital = following is not None and following.is_title and article.piece(reading.number)
    number = article.pieces[reading.number].text
    if (
        capital
        and (number[0].isupper() or number[0].isdigit())
        and not _after_stop(article, reading)
    ):
        return True
    head = group.head
    return (
        head is not None
        and len(group.modifiers) == 0
        and (lemma_of(head) in word_set(TABLE, "idiom"))
    )


def _after_stop(article: Article, reading: Reading) -> bool:
    return article.piece(reading.number - 1) in ("", ".", "\n", "“", '"')


def _unit(group: NounGroup) -> str | None:
    """The noun kept in the value, where nothing but ``straight`` stands between."""
    words = [lemma_of(token) for token in group.modifiers]
    head = lemma_of(group.head) if group.head is not None else ""
    runs = word_set(TABLE, "run")
    if head in word_set(TABLE, "unit") and all(word in runs for word in words):
        return head
    if words and words[0] in word_set(TABLE, "unit") and words[0] == "degree":
        return words[0]  # `third-degree murder`
    return None


def _hyphenated_unit(article: Article, reading: Reading) -> str | None:
    """``third-floor mixing room``, ``third-degree murder``."""
    at = reading.number_end
    noun = article.piece(at + 1)
    hyphen = article.piece(at) == "-" and noun in word_set(TABLE, "unit")
    return noun if hyphen else None


def _is_claim(article: Article, group: NounGroup) -> bool:
    head = group.head
    if head is None:
        return False
    superlative = any(
        token.tag_ == "JJS" or token.lower_.endswith("est") for token in group.modifiers
    )
    return (
        superlative
        or lemma_of(head) == "time"
        or _is_predicate(head)
        or _in_a_row(article, group)
        or _claims_after(article, group)
    )


def _run_of(article: Article, group: NounGroup) -> str | None:
    """``seventh increase in a row``, ``eighth consecutive rise``: what comes one after another."""
    if group.head is None or lemma_of(group.head) in word_set(TABLE, "unit"):
        return None
    runs = word_set(TABLE, "run")
    told = any(token.lower_ in runs - {"full"} for token in group.modifiers)
    return "in a row" if told or _in_a_row(article, group) else None


def _in_a_row(article: Article, group: NounGroup) -> bool:
    after = [token.lower_ for token in article.doc[group.end : group.end + 3]]
    return after in (["in", "a", "row"], ["in", "succession"]) or after[:1] == ["running"]


def _claims_after(article: Article, group: NounGroup) -> bool:
    """``the second technician in the history of the force``, ``the first woman to lead``."""
    claims = word_set(TABLE, "claim")
    for token in article.doc[group.end : group.end + REACH]:
        if token.text in (".", ";") or token.is_space:
            return False
        if token.lower_ in claims and (token.lower_ != "to" or _infinitive(token)):
            return True
        if token.lower_ == "history" and token.nbor(-1).lower_ != "of":
            return True
    return False


def _infinitive(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().tag_ == "VB"


def _is_predicate(head: Token) -> bool:
    """``It is the fourth successful offensive``."""
    if head.dep_ in ("attr",):
        return True
    return bool(head.dep_) and any(child.dep_ == "cop" for child in head.children)
