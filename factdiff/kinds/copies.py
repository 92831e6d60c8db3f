"""Passages taken over word for word: agency copy in two papers is one voice, not two.

Two sentences of different sources are the same passage when nearly all their words are the same
in the same order. A name, a number or a place name changed by a copy desk does not hide that.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from factdiff.model import Claim, Finding, Position, Source, Span
from factdiff.similarity import word_similarity

FEWEST_WORDS = 8  # shorter sentences are alike by chance: "He declined to comment."
ALIKE = 0.85  # share of words in the same order; two reporters on one event stay below 0.6
SHINGLE = 4  # words in a row; one changed word in eight still leaves one such row
COMMON = 12  # a row of words in more sentences than this is a formula ("said in a statement on")
LEAST_COPIED = 3  # sentences that two articles share before the one is called a copy of the other
MOSTLY_COPIED = 0.6  # the share of the sentences of the shorter
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Sentence:
    source: str
    span: Span
    words: tuple[str, ...]


def passages_of(claims: Iterable[Claim], sources: Mapping[str, Source]) -> dict[str, int]:
    """The passage (a number) that each claim stands in, by claim id; only copied passages count."""
    sentences = list(_sentences(claims, sources))
    parent = list(range(len(sentences)))
    for left, right in sorted(_candidates(sentences)):
        if word_similarity(sentences[left].words, sentences[right].words) >= ALIKE:
            parent[_root(parent, right)] = _root(parent, left)
    sizes = Counter(_root(parent, at) for at in range(len(sentences)))
    number = {
        (sentence.source, sentence.span): _root(parent, at)
        for at, sentence in enumerate(sentences)
        if sizes[_root(parent, at)] > 1
    }
    return {
        claim.id: number[claim.source, claim.sentence]
        for claim in claims
        if (claim.source, claim.sentence) in number
    }


def copied_sources(
    claims: Sequence[Claim], passages: Mapping[str, int]
) -> frozenset[tuple[str, str]]:
    """The pairs of sources, in both orders, of which one is mostly a copy of the other.

    Most sentences with a claim must be the same passage: a rewrite of agency copy is no copy.
    """
    sentences: dict[str, set[Span]] = defaultdict(set)
    taken_over: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        sentences[claim.source].add(claim.sentence)
        if claim.id in passages:
            taken_over[claim.source].add(passages[claim.id])
    pairs = set()
    for left, right in permutations(sentences, 2):
        common = len(taken_over[left] & taken_over[right])
        least = min(len(sentences[left]), len(sentences[right]))
        if common >= LEAST_COPIED and common >= MOSTLY_COPIED * least:
            pairs.add((left, right))
    return frozenset(pairs)


def with_copies(
    findings: Sequence[Finding],
    claims: Sequence[Claim],
    sources: Mapping[str, Source],
    passages: Mapping[str, int] | None = None,
) -> list[Finding]:
    """The findings, each position told which of its sources say it in one copied passage.

    ``passages`` as ``passages_of`` gives them, where they are known already.
    """
    passages = passages_of(claims, sources) if passages is None else passages
    owner = {claim.id: claim.source for claim in claims}
    return [
        replace(
            finding,
            positions=tuple(_marked(position, passages, owner) for position in finding.positions),
        )
        for finding in findings
    ]


def _marked(position: Position, passages: Mapping[str, int], owner: Mapping[str, str]) -> Position:
    if len(position.sources) < 2:
        return position
    shared: dict[int, dict[str, None]] = defaultdict(dict)
    own = {owner[claim] for claim in position.claims if claim not in passages}
    for claim in position.claims:
        if claim in passages and owner[claim] not in own:
            shared[passages[claim]].setdefault(owner[claim])
    copied = tuple(sorted({tuple(voices) for voices in shared.values() if len(voices) > 1}))
    return replace(position, copied=copied)


def _sentences(claims: Iterable[Claim], sources: Mapping[str, Source]) -> Iterable[_Sentence]:
    for source, span in dict.fromkeys((claim.source, claim.sentence) for claim in claims):
        text = sources[source].text[span.start : span.end]
        words = tuple(WORD.findall(text.casefold()))
        if len(words) >= FEWEST_WORDS:
            yield _Sentence(source, span, words)


def _candidates(sentences: Sequence[_Sentence]) -> set[tuple[int, int]]:
    """Pairs of sentences of different sources that share a row of words which is no formula."""
    rows: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, sentence in enumerate(sentences):
        words = sentence.words
        for row in {words[i : i + SHINGLE] for i in range(len(words) - SHINGLE + 1)}:
            rows[row].append(at)
    return {
        pair
        for members in rows.values()
        if 1 < len(members) <= COMMON
        for pair in combinations(members, 2)
        if sentences[pair[0]].source != sentences[pair[1]].source
    }


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at
