"""Whether a bare number counts anything, and what: the noun group that stands behind it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from factdiff.kinds.context import text_of
from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.events import Event, event_of
from factdiff.kinds.quantities.families import is_known, is_person
from factdiff.kinds.quantities.nouns import NounGroup, lemma_of, noun_group
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.readings import MAX_SCORE, reading_at
from factdiff.kinds.quantities.tables import word_set
from factdiff.kinds.syntax import SUBJECTS
from factdiff.model import Kind

GROUPS = ("dozen", "score", "hundred", "thousand", "million", "billion")  # `a dozen of them`
SPEECH = frozenset({"say", "tell", "add", "recall", "write", "note", "describe", "report"})
NOT_ONE = frozenset({"no", "not", "any", "every", "each", "this", "that", "which"})


def has_noun(article: Article, reading: Reading) -> bool:
    """Whether a noun follows that a bare number counts."""
    return group_after(article, reading).head is not None


def group_after(article: Article, reading: Reading) -> NounGroup:
    """What a measure or share is of: ``two-thirds of homes``, ``a 10-metre dhow``."""
    index = _index_after(article, reading)
    if _paragraph_ends(article, reading):
        return NounGroup(None, index)
    if reading.kind is Kind.MONEY and article.piece(reading.end) in ("in", "worth"):
        index += 1  # `$340,000 in bribes`
        if article.piece(reading.end + 1) == "of":
            index += 1
        group = noun_group(article.doc, index, article.date_tokens)
        if group.head is not None and not group.head.tag_.startswith("NNP"):
            return group
        return NounGroup(None, index)
    return noun_group(article.doc, index, article.date_tokens)


def _paragraph_ends(article: Article, reading: Reading) -> bool:
    """Whether a blank line comes right after: the next word belongs to something else."""
    if reading.end >= len(article.pieces):
        return True
    start, end = article.pieces[reading.end - 1].end, article.pieces[reading.end].start
    return end - start > 1 and text_of(article.doc)[start:end].count("\n") > 1


def _index_after(article: Article, reading: Reading) -> int:
    at = reading.end
    if article.piece(at) in ("-", "–") and article.pieces[at].glued:
        at += 1
    if at >= len(article.pieces):
        return len(article.doc)
    return article.token_after(article.pieces[at].start)


def is_duration(article: Article, reading: Reading) -> bool:
    """``an hour later``, ``in a week``; never ``twice a week`` or ``$40 an hour``."""
    before, after = article.piece(reading.start - 1), article.piece(reading.end)
    return (
        bool(reading.amount.sign)
        or after in ("later", "after", "before", "ago", "since", "long", "earlier", "-")
        or before in ("in", "for", "within", "after", "by", "than")
    )


def counted_by(article: Article, reading: Reading) -> NounGroup | None:
    """The noun group a bare number counts (empty where it is left out); None for no count."""
    group = _hyphened(article, reading) or group_after(article, reading)
    words = " ".join(piece.lower for piece in article.pieces[reading.number : reading.number_end])
    vague = reading.amount.low is None
    plain_of = article.piece(reading.end) == "of" and not group.whole and not vague
    if plain_of and not words.endswith(GROUPS):
        group = _set_after(article, reading) or NounGroup(None, group.end)  # `the 10 of diamonds`
    if words == "one" and not _one_counts(article, reading, group):
        return None
    if group.head is None and not _stands_alone(article, reading):
        return None
    if group.head is not None and _is_idle(article, reading, group.head):
        return None
    if _is_year(article, reading, group) or _is_name(article, reading, group):
        return None
    return group


def as_score(article: Article, reading: Reading) -> Reading | None:
    """``The bill failed, 46-54.``: a range of nothing is the result of a vote or game."""
    low, high = reading.amount.low, reading.amount.high
    if low is None or high is None or reading.amount.sign or high > MAX_SCORE:
        return None
    before, after = article.piece(reading.start - 1), article.piece(reading.end)
    dash = article.piece(reading.number + 1) in ("-", "–")
    told = before == "," or before in word_set("measure_words.tsv", "scored")
    goes_on = after.isalpha() and not _paragraph_ends(article, reading)
    if not (dash and told) or goes_on or has_noun(article, reading):
        return None
    amount = Amount(words=f"{low}-{high}")
    return replace(reading, kind=Kind.MEASURE, amount=amount, bare=False)


def _is_idle(article: Article, reading: Reading, head: Token) -> bool:
    """``six figures``, ``a two-way street``, ``a 30-something``: nothing is counted."""
    idle = word_set("not_counted.tsv", "idle")
    if reading.amount.low == 0 and head.lower_ in word_set("not_counted.tsv", "zero"):
        return True
    hyphen = article.piece(reading.end) == "-"
    return head.lower_ in idle and (hyphen or reading.amount.exact)


def _set_after(article: Article, reading: Reading) -> NounGroup | None:
    """``11 of 14 counts`` counts counts."""
    if reading.end + 1 >= len(article.pieces):
        return None
    whole = reading_at(article.pieces, reading.end + 1)
    if whole is None or not whole.bare or whole.ordinal:
        return None
    group = group_after(article, whole)
    if group.head is None:
        return None
    end = article.token_after(article.pieces[reading.end].start)
    return NounGroup(group.head, end, group.modifiers, whole=True)


def _hyphened(article: Article, reading: Reading) -> NounGroup | None:
    """``a 20-bed hospital``, ``the 1,000-member church``: beds and members are counted."""
    at = reading.end
    if article.piece(at) != "-" or at + 1 >= len(article.pieces):
        return None
    noun = article.pieces[at + 1]
    if not (article.pieces[at].glued and noun.glued and noun.kind == "word"):
        return None
    token = article.token_at(noun.start)
    return NounGroup(token, token.i + 1) if token is not None else None


def _one_counts(article: Article, reading: Reading, group: NounGroup) -> bool:
    """``one crewman`` counts, ``one of the``, ``no one``, ``one day`` and ``one must`` do not."""
    if article.piece(reading.number - 1) in NOT_ONE:
        return False
    if reading.amount.sign:
        return True
    if group.head is None:
        event = event_in(article, reading, group)
        return bool(event.state) and article.piece(reading.end) != "of"
    if group.whole:  # `one of the 14 miners`, not `one of the best`
        first = article.token_at(article.pieces[reading.number].start)
        numbered = any(token.tag_ == "CD" for token in group.modifiers[:1])
        return numbered and first is not None and first.dep_ in SUBJECTS
    idle = word_set("not_counted.tsv", "noun")
    if lemma_of(group.head) in idle:
        return False
    return not (is_person(lemma_of(group.head)) and _speaks(article, reading, group))


def _speaks(article: Article, reading: Reading, group: NounGroup) -> bool:
    """``one witness told reporters``: a speaker, not a count."""
    event = event_in(article, reading, group)
    return event.role == "subject" and not event.state and event.verb in SPEECH


def _stands_alone(article: Article, reading: Reading) -> bool:
    """A number without a noun: ``another 2,000 are waiting``; not a year, not after a name."""
    before = reading.start - 1
    previous = article.pieces[before] if before >= 0 else None
    if reading.amount.sign or reading.amount.low is None or reading.share:
        return True
    if reading.number_end > reading.number + 1 or "," in article.pieces[reading.number].text:
        return True  # no model or version is called `4.5 mln` or `1,200`
    if previous is not None and previous.text[0].isupper() and previous.kind == "word":
        token = article.token_at(previous.start)
        if token is not None and token.tag_.startswith("NNP"):
            return False
    return True


def _is_year(article: Article, reading: Reading, group: NounGroup) -> bool:
    """A bare four-digit number from 1000 to 2199 without a counted plural."""
    text = article.pieces[reading.number].text
    low = reading.amount.low
    if reading.amount.sign or len(text) != 4 or not text.isdigit() or low is None:
        return False
    plural = group.head is not None and group.head.tag_ == "NNS"
    if article.piece(reading.start - 1) in ("in", "since", "until", "during", "of"):
        return 1500 <= low <= 2199
    return 1000 <= low <= 2199 and not plural


def _is_name(article: Article, reading: Reading, group: NounGroup) -> bool:
    """``911 calls``, ``the 3400 block``, ``200 West Main Street``, ``357 Magnum``."""
    text = article.pieces[reading.number].text
    head = group.head
    if not (text[0].isdigit() or text[0] == ".") or reading.amount.sign:
        return False
    if text in word_set("not_counted.tsv", "number"):
        return True
    if head is None:
        return text.startswith(".")  # `he hit .312`
    if lemma_of(head) in word_set("not_counted.tsv", "address") and len(text) >= 3:
        return True
    if head.tag_ != "NNP" or is_known(lemma_of(head)):
        return False
    return all(token.text[0].isupper() for token in (*group.modifiers, head))


def event_in(article: Article, reading: Reading, group: NounGroup | None) -> Event:
    """The event that the counted or measured thing belongs to."""
    first = article.token_at(article.pieces[reading.start].start)
    number = article.token_at(article.pieces[reading.number_end - 1].start)
    if first is None or number is None:
        return Event()
    before = [article.piece(at) for at in range(reading.start - 3, reading.start)]
    if before in (["none", "of", "the"], ["none", "of", "its"]):
        return Event()  # `none of the 30 passengers was killed`
    if group is not None and group.head is not None:
        last = article.doc[group.end - 1]
        return event_of(group.head, first, last if last.i >= first.i else number)
    return event_of(number, first, number)
