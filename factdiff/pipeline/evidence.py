"""How likely each kind is for a name, from every place where a document has it.

The bundled name finder leaves what it thinks of each token in `doc.user_data`; another pipeline
says one kind for each mention, which then counts as fairly sure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

SCORES = "factdiff_scores"
"""Key in `doc.user_data`: the kinds of names, and log-likelihoods of the tags of each token."""

Words = tuple[str, ...]
Likely = dict[str, float]  # log-likelihood by kind

_FLOOR = -4.0  # no single mention counts for more than this against a kind
_DOUBT = -2.0  # of a kind that another pipeline did not choose
_SURE = np.log(0.97)  # from here on the finder is sure that a word is no name
_FULL_NAME = 3.0  # a full name says more of its family name than the family name alone


class Evidence:
    """What a document says of its names; made from the spans that are marked so far."""

    def __init__(self, doc: Doc, spans: Iterable[Span], kinds: Iterable[str]) -> None:
        """`kinds` are the kinds that a name may be changed to."""
        self._kinds = tuple(kinds)
        self._labels, self._scores = _stored(doc)
        self._sum: dict[Words, Likely] = defaultdict(lambda: dict.fromkeys(self._kinds, 0.0))
        self._seen: dict[Words, dict[str, None]] = defaultdict(dict)
        for span in spans:
            words = words_of(span)
            self._seen[words][span.label_] = None
            self._add(words, self.of(span), 1.0)

    def introduce(self, family: str, full: Span) -> None:
        """A full name of a person speaks for its family name."""
        self._seen[family,]["PERSON"] = None
        self._add((family,), self.of(full), _FULL_NAME)

    def _add(self, words: Words, likely: Likely, weight: float) -> None:
        total = self._sum[words]
        for kind in self._kinds:
            total[kind] += weight * max(likely[kind], _FLOOR)

    def of(self, span: Span) -> Likely:
        """How likely each kind is at this place alone."""
        if self._scores is None:
            said = span.label_ if span.label_ != "MISC" else ""  # any other kind says more
            return {kind: 0.0 if kind == said else _DOUBT for kind in self._kinds}
        rows = self._scores[span.start : span.end]
        found = {}
        for kind in self._kinds:
            first = 1 + 2 * self._labels.index(kind) if kind in self._labels else 0
            whole = float(rows[0, first]) + float(rows[1:, first + 1].sum()) if first else _FLOOR
            found[kind] = whole / len(rows)
        return found

    def best(self, span: Span) -> str:
        """The likeliest kind of those that any mention has; at a tie that of the first mention."""
        words, here = words_of(span), self.of(span)
        total = self._sum[words]
        known = [kind for kind in self._seen[words] if kind in total]
        if not known:
            return span.label_
        return max(known, key=lambda kind: total[kind] - max(here[kind], _FLOOR) + here[kind])

    def no_name(self, start: int, end: int) -> bool:
        """Whether the finder is sure that there is no name from `start` to `end`."""
        return self._scores is not None and bool((self._scores[start:end, 0] > _SURE).all())


def words_of(span: Span) -> Words:
    """The words by which mentions of a name are known as the same."""
    return tuple(token.text for token in span)


def _stored(doc: Doc) -> tuple[list[str], NDArray[np.floating] | None]:
    labels, scores = doc.user_data.get(SCORES, ([], None))
    if scores is None or len(scores) != len(doc):
        return [], None
    return labels, scores
