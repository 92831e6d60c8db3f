"""Find legal authorities: statutes, bills, orders, regulations, treaties, clauses, cases."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from factdiff.kinds.claiming import ClaimComponent, claims_of, keep_claims, make_claim
from factdiff.kinds.context import text_of
from factdiff.kinds.laws.cases import find_cases, join_citations
from factdiff.kinds.laws.known import find_constitution, find_known
from factdiff.kinds.laws.orders import find_orders
from factdiff.kinds.laws.parts import Mention, with_parts
from factdiff.kinds.laws.series import find_numbered
from factdiff.kinds.laws.shortened import fullest, short_forms
from factdiff.kinds.laws.titles import REALM, find_titles
from factdiff.model import Claim, Kind, Span

NAMES = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.GROUP})


@Language.factory("factdiff_laws")
def create(nlp: Language, name: str) -> ClaimComponent:  # noqa: ARG001 (spaCy passes it)
    """The component that adds the claims of this room and takes back what lies inside them.

    ``Civil Rights Act of 1964`` is one law: a name or date that an earlier component found
    inside it is no claim of its own.
    """
    return ClaimComponent(name, find)


def find(doc: Doc) -> Iterator[Claim]:
    """Yield a claim for every legal authority; drop the claims that lie inside one."""
    mentions = [m for m in find_laws(text_of(doc)) if not _is_inside_a_name(doc, m)]
    _drop_inside(doc, mentions)
    for start, end, law in mentions:
        yield make_claim(doc, Span(start, end), Kind.LAW, law)


def find_laws(text: str) -> list[Mention]:
    """Every legal authority a text names, in its order, none overlapping another."""
    cases = _apart(join_citations(list(find_cases(text)), text))
    others = [*find_numbered(text), *find_titles(text), *find_known(text), *find_constitution(text)]
    whole = _apart([*others, *cases])
    whole = _apart([*whole, *short_forms(text, whole)])
    whole = fullest(whole)
    return fullest(_apart([*with_parts(text, whole), *find_orders(text)]))


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Of mentions that overlap, the longest; of equals, the first given."""
    kept: list[Mention] = []
    starts: list[int] = []
    for mention in sorted(mentions, key=lambda m: m[0] - m[1]):
        at = bisect_left(starts, mention[0])
        before = kept[at - 1] if at else None
        after = kept[at] if at < len(kept) else None
        if (before and before[1] > mention[0]) or (after and after[0] < mention[1]):
            continue
        kept.insert(at, mention)
        starts.insert(at, mention[0])
    return kept


def _is_inside_a_name(doc: Doc, mention: Mention) -> bool:
    """``the Endangered Species Act Coalition`` is a body; ``Jude Law`` is a man."""
    start, end, law = mention
    for claim in _touching(doc, start, end):
        if claim.kind not in NAMES or claim.start > start or claim.end < end:
            continue
        if claim.kind is Kind.PERSON and claim.span == Span(start, end):
            return law.entry is None and law.form in ("act", "bill")
        before, after = text_of(doc)[claim.start : start], text_of(doc)[end : claim.end]
        owned = not before or before.lower() == "the " or REALM.fullmatch(before) is not None
        if after.strip() or not owned:
            return True
    return False


def _touching(doc: Doc, start: int, end: int) -> list[Claim]:
    claims = claims_of(doc)
    at = bisect_left(claims, start, key=lambda claim: claim.start)
    return [
        claim
        for claim in claims[max(0, at - 4) : at + 12]
        if claim.start < end and start < claim.end
    ]


def _drop_inside(doc: Doc, mentions: Sequence[Mention]) -> None:
    starts = [mention[0] for mention in mentions]

    def stays(claim: Claim) -> bool:
        at = bisect_left(starts, claim.start + 1) - 1
        return at < 0 or not _covers(mentions[at], claim)

    keep_claims(doc, stays)


def _covers(mention: Mention, claim: Claim) -> bool:
    return claim.kind is not Kind.QUOTE and mention[0] <= claim.start and claim.end <= mention[1]
