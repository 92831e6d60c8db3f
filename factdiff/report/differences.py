"""Which words of a claim the other side does not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from factdiff.model import Span

_WORD = re.compile(r"\w+(?:[.,:'’-]\w+)*|[^\w\s]")
MOST_WORDS = 600  # beyond it a pairwise comparison costs more than its marks are worth


def differing(text: str, others: Iterable[str]) -> tuple[Span, ...]:
    """The stretches of ``text`` that at least one of ``others`` lacks, as offsets into ``text``.

    Case and punctuation do not count. Nothing is marked where no word is shared: then the whole
    differs (``Thursday`` against ``July 9``) and marks would only be noise.
    """
    words = [match for match in _WORD.finditer(text) if match[0][0].isalnum()]
    if len(words) > MOST_WORDS:
        return ()
    mine = [match[0].casefold() for match in words]
    missing: set[int] = set()
    for other in others:
        theirs = [w.casefold() for w in _WORD.findall(other) if w[0].isalnum()][:MOST_WORDS]
        missing |= _unmatched(mine, theirs)
    if len(missing) == len(mine):
        return ()
    return _joined([Span(*words[at].span()) for at in sorted(missing)], text)


def _unmatched(mine: Sequence[str], theirs: Sequence[str]) -> set[int]:
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    shared = {
        at for block in matcher.get_matching_blocks() for at in range(block.a, sum(block[::2]))
    }
    return set(range(len(mine))) - shared


def _joined(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Words that differ in a row become one stretch."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
