"""From a reading of the form to a claim: its extent, the thing it measures and the event."""

from __future__ import annotations

from dataclasses import replace

from factdiff.kinds.claiming import make_claim
from factdiff.kinds.quantities.ages import age_after_name
from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.counting import (
    as_score,
    counted_by,
    event_in,
    group_after,
    is_duration,
)
from factdiff.kinds.quantities.families import is_known
from factdiff.kinds.quantities.frames import frame_of, party_of
from factdiff.kinds.quantities.measured import noun_above
from factdiff.kinds.quantities.nouns import OWNERS, NounGroup, lemma_of
from factdiff.kinds.quantities.ranks import rank_group
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.stems import stem
from factdiff.kinds.quantities.subjects import subject_of
from factdiff.kinds.quantities.surroundings import owner_of, times_near, words_near
from factdiff.kinds.quantities.value import Quantity, Thing
from factdiff.model import Claim, Kind, Span


def claim_of(article: Article, reading: Reading) -> Claim | None:
    """The claim for a reading, or None where the number is a name, a year, a pronoun."""
    number = range(reading.number, reading.number_end)
    if any(at in article.blocked for at in number):
        return None
    if reading.bare and any(at in article.named for at in number) and not _leads(article, reading):
        return None
    if reading.ordinal:
        found = rank_group(article, reading)
        return _claim(article, replace(reading, unit=found[1]), found[0]) if found else None
    if reading.bare:
        other = age_after_name(article, reading) or as_score(article, reading)
        counted = None if other is not None else counted_by(article, reading)
        return _claim(article, other or reading, counted) if other or counted else None
    if reading.article and not is_duration(article, reading):
        return None
    return _claim(article, reading, group_after(article, reading))


def _leads(article: Article, reading: Reading) -> bool:
    """``384 Acme Titan processors``: the tagger took the number into the name."""
    inside = reading.number - 1 in article.named or article.piece(reading.end) == "-"
    head = None if inside or reading.ordinal else group_after(article, reading).head
    return head is not None and head.tag_ == "NNS" and head.text.islower()


def _claim(article: Article, reading: Reading, group: NounGroup | None) -> Claim:
    quantity = _quantity(article, reading, group)
    end = article.pieces[reading.end - 1].end
    covers = reading.kind is Kind.COUNT or reading.ordinal
    if covers and group is not None and group.head is not None:
        last = article.doc[group.end - 1]
        end = max(end, last.idx + len(last.text))
    span = Span(article.pieces[reading.start].start, end)
    subject = subject_of(article, reading, quantity, group)
    return make_claim(article.doc, span, reading.kind, quantity, subject=subject)


def _quantity(article: Article, reading: Reading, group: NounGroup | None) -> Quantity:
    event = event_in(article, reading, group)
    thing = Thing(
        head=_head(group) or _above(article, reading),
        modifiers=tuple(stem(token.lower_) for token in group.modifiers) if group else (),
        state=event.state,
        verb=event.verb,
        role=event.role,
        owner=owner_of(article, reading),
        times=times_near(article, reading),
        around=words_near(article, reading, group),
        share=_share(article, reading, group),
        frame=frame_of(article, reading),
        party=party_of(article, reading),
    )
    return Quantity(
        amount=reading.amount,
        unit=reading.unit,
        ordinal=reading.ordinal,
        more=reading.more,
        restates=reading.restates,
        thing=thing,
    )


def _head(group: NounGroup | None) -> str:
    """The lemma of the noun counted; of ``crew members`` and ``gang members`` it is the crew."""
    if group is None or group.head is None:
        return ""
    lemma = lemma_of(group.head)
    if lemma == "member" and group.modifiers and is_known(lemma_of(group.modifiers[-1])):
        return lemma_of(group.modifiers[-1])
    return lemma


def _above(article: Article, reading: Reading) -> str:
    noun = noun_above(article, reading)
    return lemma_of(noun) if noun is not None else ""


def _share(article: Article, reading: Reading, group: NounGroup | None) -> str:
    """``part`` of a set (``two of the three``), ``each``, or what the bound says."""
    if article.piece(reading.end) == "of" and article.piece(reading.end + 1) in OWNERS:
        return "part"
    if group is not None and group.whole:
        return "part"
    near = [article.piece(at) for at in range(reading.start - 3, reading.start)]
    return "each" if "each" in near or article.piece(reading.end) == "each" else reading.share
