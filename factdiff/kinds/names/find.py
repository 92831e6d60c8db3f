"""Find the names of a Doc: every mention, with the fullest name that the article gives."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from factdiff.kinds.claiming import ClaimComponent, make_claim
from factdiff.kinds.context import text_of
from factdiff.kinds.names.again import found_again
from factdiff.kinds.names.entities import full_names
from factdiff.kinds.names.extending import extended
from factdiff.kinds.names.fold import fold
from factdiff.kinds.names.kin import with_kin
from factdiff.kinds.names.lists import conjoined
from factdiff.kinds.names.mentions import Mention, mentions, plain
from factdiff.kinds.names.namelike import is_name
from factdiff.kinds.names.patterns import by_form, taken_for_granted
from factdiff.kinds.names.settling import settled
from factdiff.kinds.names.unmarked import titled, unmarked
from factdiff.kinds.names.value import Name
from factdiff.model import Claim, Kind, Span

REACH = 8  # words on either side that tell a mention's role
CONTENT = frozenset({"NOUN", "ADJ", "VERB", "PROPN", "NUM"})
_BRACKETS = re.compile(r"\(\s*[\"“']?([A-Z][A-Za-z.&-]{1,11})[\"”']?\s*\)")


@Language.factory("factdiff_names")
def create(nlp: Language, name: str) -> ClaimComponent:  # noqa: ARG001 (spaCy passes it)
    """The component that adds the claims of this room."""
    return ClaimComponent(name, find)


def find(doc: Doc) -> Iterator[Claim]:
    """Yield a claim for each mention of a named person, organization, place or group."""
    tagged = extended(doc, [*by_form(doc), *unmarked(doc), *titled(doc), *mentions(doc)])
    tagged = [mention for mention in conjoined(doc, tagged) if is_name(doc, mention)]
    tagged += taken_for_granted(doc, tagged)
    tagged = settled(doc, sorted(tagged, key=lambda m: m.start))
    introduced = _introduced(doc, tagged)
    found = _one_kind_each(found_again(doc, tagged, introduced))
    found = sorted({(m.start, m.end): m for m in found}.values(), key=lambda m: (m.start, m.end))
    found = with_kin(doc, found)
    names = full_names(found, [(short, full.name) for short, full in introduced])
    titles = _titles(found, names)
    sentences = _by_sentence(doc, found, names)
    for at, mention in enumerate(found):
        full = names[at]
        beside = sentences[_sentence(doc, mention)]
        value = Name(
            full=full,
            said=mention.name,
            titles=titles[mention.kind, full],
            roles=_roles(doc, mention),
            beside=tuple(name for name in beside if name != full),
        )
        yield _claim(doc, mention, value)


def _claim(doc: Doc, mention: Mention, value: Name) -> Claim:
    first, last = doc[mention.start], doc[mention.end - 1]
    span = Span(first.idx, last.idx + len(last.text))
    claim = make_claim(doc, span, mention.kind, value)
    return replace(claim, context=replace(claim.context, names=value.beside))


def _one_kind_each(found: Sequence[Mention]) -> list[Mention]:
    """One name, one kind: the kind of most of its mentions, the first one's if they are even."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for mention in found:
        votes[fold(mention.name)][mention.kind] += 1
    return [replace(m, kind=_usual(votes[fold(m.name)], m.kind)) for m in found]


def _usual(votes: Counter[Kind], kind: Kind) -> Kind:
    most, times = votes.most_common(1)[0]
    if times > votes[kind] and Kind.GROUP not in (most, kind):
        return most
    return kind


def _introduced(doc: Doc, found: Sequence[Mention]) -> list[tuple[str, Mention]]:
    """Short names in brackets after the full one: `Xinjiang Public Security Bureau (XPSB)`."""
    pairs = []
    for mention in found:
        last = doc[mention.end - 1]
        after = last.idx + len(last.text)
        inside = _BRACKETS.match(text_of(doc)[after : after + 20].lstrip())
        if inside is not None and mention.end - mention.start > 1:
            pairs.append((inside.group(1), mention))
    return pairs


def _titles(
    found: Sequence[Mention], names: dict[int, str]
) -> dict[tuple[Kind, str], tuple[str, ...]]:
    seen: dict[tuple[Kind, str], dict[str, None]] = defaultdict(dict)
    for at, mention in enumerate(found):
        seen[mention.kind, names[at]].update(dict.fromkeys(mention.titles))
    return {key: tuple(titles) for key, titles in seen.items()}


def _sentence(doc: Doc, mention: Mention) -> int:
    """The index of the first token of the mention's sentence, near enough to bound the cost."""
    for back in range(mention.start, max(0, mention.start - 120), -1):
        if doc[back].is_sent_start:
            return back
    return max(0, mention.start - 120)


def _by_sentence(
    doc: Doc, found: Sequence[Mention], names: dict[int, str]
) -> dict[int, tuple[str, ...]]:
    gathered: dict[int, dict[str, None]] = defaultdict(dict)
    for at, mention in enumerate(found):
        sentence = gathered[_sentence(doc, mention)]
        if len(sentence) < 40:
            sentence[names[at]] = None
    return {start: tuple(beside) for start, beside in gathered.items()}


def _roles(doc: Doc, mention: Mention) -> tuple[str, ...]:
    near = [
        *doc[max(0, mention.start - REACH) : mention.start],
        *doc[mention.end : mention.end + REACH],
    ]
    return tuple(
        dict.fromkeys(_lemma(t) for t in near if t.pos_ in CONTENT or (not t.pos_ and t.is_alpha))
    )


def _lemma(token: Token) -> str:
    return plain(token.lemma_ or token.text)
