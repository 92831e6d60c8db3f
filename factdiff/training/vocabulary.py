"""Which words the word table holds, and what public frequency and cluster lists say of them."""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

_WORD = re.compile(r"[a-z\u00c0-\u024f][a-z\u00c0-\u024f.'\u2019]{0,23}")
_NEVER = -30.0


@dataclass(slots=True)
class WordFacts:
    """What is known of one lower-cased word: log probabilities by case, and its Brown cluster."""

    lower: float = _NEVER
    title: float = _NEVER
    upper: float = _NEVER
    cluster: int = 0
    lists: int = 0
    sources: set[str] = field(default_factory=set)

    @property
    def best(self) -> float:
        """The largest log probability over the three ways of writing the word."""
        return max(self.lower, self.title, self.upper)

    @property
    def case_class(self) -> int:
        """0 unknown, 1 hardly ever capitalised ... 6 only capitalised, 7 mostly all capitals."""
        if self.best <= _NEVER:
            return 0
        if self.upper > max(self.lower, self.title):
            return 7
        if self.lower <= _NEVER:
            return 6
        lead = self.title - self.lower
        return 1 + sum(lead >= edge for edge in (-4.0, -2.0, 0.0, 1.5))

    @property
    def frequency_class(self) -> int:
        """0 rare to 7 very frequent, two natural-log units a step."""
        return min(7, max(0, int((self.best + 20) / 2)))


def public_words(top: int) -> dict[str, WordFacts]:
    """The `top` most frequent lower-cased words of spacy-lookups-data (MIT) with their facts."""
    spec = importlib.util.find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        raise SystemExit("training needs spacy-lookups-data: pip install spacy-lookups-data")
    folder = Path(spec.origin).parent / "data"
    with gzip.open(folder / "en_lexeme_prob.json.gz", "rt", encoding="utf8") as stream:
        probabilities: dict[str, float] = json.load(stream)
    with gzip.open(folder / "en_lexeme_cluster.json.gz", "rt", encoding="utf8") as stream:
        clusters: dict[str, int] = json.load(stream)
    words: dict[str, WordFacts] = {}
    for form, probability in probabilities.items():
        lower = form.lower()
        if not _WORD.fullmatch(lower):
            continue
        facts = words.setdefault(lower, WordFacts())
        if form == lower:
            facts.lower = max(facts.lower, probability)
        elif form[1:] == lower[1:]:
            facts.title = max(facts.title, probability)
        else:
            facts.upper = max(facts.upper, probability)
        if clusters.get(form) and (not facts.cluster or form == lower):
            facts.cluster = clusters[form]
    kept = sorted(words, key=lambda word: (-words[word].best, word))[:top]
    return {word: words[word] for word in kept}


def add_words(words: dict[str, WordFacts], extra: Iterable[str], bit: int = 0) -> None:
    """Add words missing so far; `bit` marks membership of a list (1 given name, 2 family name)."""
    for word in extra:
        lower = word.lower()
        if _WORD.fullmatch(lower):
            words.setdefault(lower, WordFacts()).lists |= bit
