"""Misspelt names that one article's reading passed over, sought where another article has them.

A tagger that knows `Bush administration` may see nothing in `Bush administation`. Where two texts
say the same word for word around a name, and the words in the name's place are a slip of it, those
words are that name. Nothing is sought elsewhere: a slip in other surroundings is another word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factdiff.kinds.names.clusters import name_of
from factdiff.kinds.names.compare import compare_names
from factdiff.kinds.names.fold import words
from factdiff.kinds.names.geography import country_of
from factdiff.kinds.names.tables import equivalents, known_names, own_names
from factdiff.kinds.names.value import Name
from factdiff.model import Claim, Kind, Source, Span, Verdict

AROUND = 3  # tokens on each side that must be alike
LONGEST = 12  # tokens of a name
KINDS = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE})
SLIPS = frozenset({"name.typo", "name.typo_far"})
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class _Text:
    """The tokens of a source, where they start and end, and the places of each run of three."""

    tokens: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    at: dict[int, int]  # token by the code point at which it starts
    behind: dict[tuple[str, ...], list[int]]  # where a name may begin, by the tokens before it

    @classmethod
    def of(cls, source: Source) -> _Text:
        found = list(_TOKEN.finditer(source.text))
        tokens = tuple(token[0] for token in found)
        behind: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in range(len(tokens)):
            behind[_before(tokens, number)].append(number)
        starts = {token.start(): number for number, token in enumerate(found)}
        return cls(tokens, tuple(token.span() for token in found), starts, behind)


def _before(tokens: Sequence[str], at: int) -> tuple[str, ...]:
    return tuple(tokens[max(0, at - AROUND) : at])


def with_sought(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, with one for each misspelt name that stands in another source's surroundings.

    A claim of another kind at the very place takes the context of the name that is known or named
    more often, and its kind if that is so.
    Needs no pipeline; the order of the sources does not matter; claims keep their ids.
    """
    named = [claim for claim in claims if claim.kind in KINDS]
    texts = {source.id: _Text.of(source) for source in sources}
    times = Counter((claim.source, name_of(claim).full.casefold()) for claim in named)
    found: dict[tuple[str, int, int], Claim] = {}
    for source in sources:
        others = [claim for claim in named if claim.source != source.id]
        mine = [claim for claim in named if claim.source == source.id]
        taken = _Taken(source, mine, times)
        tried: set[tuple[Span, Kind, str]] = set()
        asked: set[tuple[object, ...]] = set()
        for model in others:
            same = _surroundings(texts[model.source], model)
            if same in asked:
                continue  # the same slip of the same name between the same words
            asked.add(same)
            for span in _places(texts[model.source], texts[source.id], model):
                attempt = span, model.kind, name_of(model).full
                if attempt in tried:
                    continue
                tried.add(attempt)
                new = taken.claim(model, span)
                if new is not None:
                    key = source.id, new.start, new.end
                    found[key] = min(found.get(key, new), new, key=lambda c: (c.kind, str(c.value)))
    return _merged(sources, claims, list(found.values())) if found else tuple(claims)


def _surroundings(there: _Text, model: Claim) -> tuple[object, ...]:
    """All that decides where a claim's slips are sought."""
    start = there.at.get(model.start, 0)
    around = there.tokens[max(0, start - AROUND) : start + LONGEST + AROUND]
    return (model.source, model.kind, model.text, name_of(model).full, min(start, AROUND), around)


def _places(there: _Text, here: _Text, model: Claim) -> Iterator[Span]:
    """Where a text has a slip of a claim's words between the same tokens as the claim's source."""
    start = there.at.get(model.start)
    if start is None:
        return
    end = start
    while end < len(there.tokens) and there.spans[end][1] <= model.end:
        end += 1
    wanted = there.tokens[start:end]
    if not 0 < len(wanted) <= LONGEST:
        return
    after = there.tokens[end : end + AROUND]
    for at in here.behind.get(_before(there.tokens, start), ())[:50]:
        to = at + len(wanted)
        said = here.tokens[at:to]
        if said != wanted and here.tokens[to : to + AROUND] == after and _one_differs(wanted, said):
            yield Span(here.spans[at][0], here.spans[to - 1][1])


def _one_differs(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the words are alike but for one, which is no other form of its counterpart."""
    apart = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    if len(apart) != 1:
        return False
    one, other = (word.casefold() for word in apart[0])
    if apart[0][0][0].isupper() != apart[0][1][0].isupper():
        return False
    return not (one.startswith(other) or other.startswith(one))


class _Taken:
    """The names that one source has already, and what others call theirs."""

    def __init__(
        self, source: Source, claims: Sequence[Claim], times: Counter[tuple[str, str]]
    ) -> None:
        self.source = source
        self.times = times
        self.by_span = {(claim.start, claim.end): claim for claim in claims}

    def claim(self, model: Claim, span: Span) -> Claim | None:
        """The claim to add or to put in place of one; None where there is nothing to mend."""
        text = self.source.text[span.start : span.end]
        if any(span.overlaps(skipped) for skipped in self.source.skipped):
            return None
        value = name_of(model)
        full = _renamed(value, model.text, text)
        compared = compare_names(value.full, full, kind=model.kind)
        slips = {piece.feature for piece in compared.evidence} & SLIPS
        if compared.verdict is not Verdict.CONFLICT or not slips:
            return None
        value = replace(value, full=full, said=text)
        present = self.by_span.get((span.start, span.end))
        if present is None:
            return _made(model, self.source, span, value)
        if present.kind is model.kind or self._rank(present) >= self._rank(model):
            return None
        sure = self._rank(present)[:2] < self._rank(model)[:2]
        kind = model.kind if sure else present.kind
        return replace(present, kind=kind, value=value, context=model.context)

    def _rank(self, claim: Claim) -> tuple[bool, int, str]:
        """Which of two names in one place is to be believed: the known one, the more frequent."""
        name = name_of(claim).full
        return _is_known(name, claim.kind), self.times[claim.source, name.casefold()], name


def _is_known(name: str, kind: Kind) -> bool:
    """Whether a table has the name as one of the kind, or begins a person's with a given name."""
    folded = words(name)
    if known_names().get(name) is kind:
        return True
    if kind is Kind.PERSON:
        return len(folded) > 1 and folded[0] in own_names()
    return folded in equivalents(str(kind)) or (kind is Kind.PLACE and country_of(name) is not None)


def _renamed(value: Name, old: str, new: str) -> str:
    """The full name with the slip in it."""
    if old in value.full:
        return value.full.replace(old, new)
    return new


def _made(model: Claim, source: Source, span: Span, value: Name) -> Claim:
    """A claim like the model, at the other source's place."""
    text = source.text
    line = text.count("\n", 0, span.start) + 1
    first = max(0, min(span.start, span.start - (model.start - model.sentence.start)))
    last = max(span.end, min(len(text), span.end + (model.sentence.end - model.end)))
    return replace(
        model,
        id="",
        source=source.id,
        text=text[span.start : span.end],
        start=span.start,
        end=span.end,
        line=line,
        column=span.start - text.rfind("\n", 0, span.start),
        sentence=Span(first, last),
        value=value,
    )


def _merged(
    sources: Sequence[Source], claims: Sequence[Claim], found: Sequence[Claim]
) -> tuple[Claim, ...]:
    """All claims, source by source in the order of the text; new ones get the next numbers."""
    changed = {claim.id: claim for claim in found if claim.id}
    kept = [changed.get(claim.id, claim) for claim in claims]
    merged: list[Claim] = []
    for source in sources:
        mine = [claim for claim in kept if claim.source == source.id]
        new = sorted((c for c in found if not c.id and c.source == source.id), key=_place)
        numbered = [
            replace(claim, id=f"{source.id}{number}")
            for number, claim in enumerate(new, start=_highest(mine) + 1)
        ]
        merged += sorted((*mine, *numbered), key=_place)
    return tuple(merged)


def _highest(claims: Sequence[Claim]) -> int:
    return max((int(c.id.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or 0) for c in claims), default=0)


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.start, claim.end, claim.kind
