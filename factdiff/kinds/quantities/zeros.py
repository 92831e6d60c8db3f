"""Nobody and none: ``no one was hurt`` says 0 people hurt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Token

from factdiff.kinds.claiming import make_claim
from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.events import event_of, states
from factdiff.kinds.quantities.nouns import lemma_of, noun_group
from factdiff.kinds.quantities.stems import stem
from factdiff.kinds.quantities.value import Quantity, Thing
from factdiff.model import Claim, Kind, Span


def zero_claims(article: Article) -> Iterator[Claim]:
    """Counts of 0 from ``no one was hurt``, ``nobody died``, ``no injuries``, ``no deaths``."""
    for at, piece in enumerate(article.pieces):
        if piece.lower in ("nobody", "none"):
            claim = _claim(article, at, at + 1)
        elif piece.lower == "no" and article.piece(at + 1) == "one":
            claim = _claim(article, at, at + 2)
        elif piece.lower == "no":
            claim = _noun_claim(article, at)
        else:
            continue
        if claim is not None:
            yield claim


def _claim(article: Article, at: int, end: int) -> Claim | None:
    token = article.token_at(article.pieces[end - 1].start)
    first = article.token_at(article.pieces[at].start)
    if token is None or first is None:
        return None
    event = event_of(token, first, token)
    if not event.state:
        return None
    thing = Thing(head="person", state=event.state, verb=event.verb, role=event.role)
    return _made(article, at, article.pieces[end - 1].end, thing, f"people {event.state}")


def _noun_claim(article: Article, at: int) -> Claim | None:
    """``no injuries were reported``: only nouns that are a state by themselves."""
    if at + 1 >= len(article.pieces):
        return None
    group = noun_group(article.doc, article.token_after(article.pieces[at + 1].start))
    if group.head is None:
        return None
    lemma = lemma_of(group.head)
    state = states("noun").get(stem(lemma))
    end = group.head.idx + len(group.head.text)
    if state is None and group.head.tag_ == "NNS" and not group.modifiers[1:]:
        return _befallen(article, at, end, group.head)
    if state is None or lemma == "case" or group.modifiers[1:]:
        return None
    return _made(article, at, end, Thing(head="person", state=state[1]), lemma)


def _befallen(article: Article, at: int, end: int, head: Token) -> Claim | None:
    """``no tourists were hurt``: none of them is in the state; not ``no officials commented``."""
    first = article.token_at(article.pieces[at].start)
    event = event_of(head, first, head) if first is not None else None
    if event is None or not event.state or event.role not in ("subject", "object"):
        return None
    thing = Thing(head=lemma_of(head), state=event.state, verb=event.verb, role=event.role)
    return _made(article, at, end, thing, f"{head.lower_} {event.state}")


def _made(article: Article, at: int, end: int, thing: Thing, subject: str) -> Claim:
    quantity = Quantity(Amount(low=Decimal(0)), thing=thing)
    claim = make_claim(article.doc, Span(article.pieces[at].start, end), Kind.COUNT, quantity)
    return replace(claim, subject=subject)
