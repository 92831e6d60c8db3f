"""Other names in the same sentences, and the same sentences in other cases."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import replace

from factdiff.training.corpus import Entity, Sentence
from factdiff.training.names import NameStock
from factdiff.training.patterns import Patterns

_PARTS = re.compile(r"(-)")
_LETTERS = "ABCDEFGHIJKLMNOPRSTUVWXYZ"


class Substitution:
    """Puts names of many cultures, other organizations and other places into a sentence."""

    def __init__(
        self,
        sentences: Iterable[Sentence],
        stocks: list[NameStock],
        seed: int,
        pattern_share: float = 0.0,
    ) -> None:
        """`pattern_share` of the names other than persons are made up from patterns."""
        self._rng = random.Random(seed)
        self._patterns = Patterns(stocks, random.Random(seed + 1))
        self._pattern_share = pattern_share
        self._stocks = stocks
        found: dict[str, set[tuple[str, ...]]] = {"ORG": set(), "LOC": set(), "PERSON": set()}
        for sentence in sentences:
            for start, end, label in sentence.ents:
                words = sentence.tokens[start:end]
                if label in found and all(
                    w[:1].isupper() or w in ("of", "and", "-") for w in words
                ):
                    found[label].add(words)
        self._seen = {label: sorted(names) for label, names in found.items()}

    def __call__(self, sentence: Sentence) -> Sentence:
        """The sentence with about two thirds of its names exchanged; labels and gaps move along."""
        tokens: list[str] = []
        ents: list[Entity] = []
        missing: list[int] = []
        open_places = set(sentence.missing)
        place = 0
        for start, end, label in (*sentence.ents, (len(sentence.tokens),) * 2 + ("",)):
            for index in range(place, start):
                if index in open_places:
                    missing.append(len(tokens))
                tokens.append(sentence.tokens[index])
            if label:
                words = self._other(list(sentence.tokens[start:end]), label)
                ents.append((len(tokens), len(tokens) + len(words), label))
                tokens += words
            place = end
        return replace(sentence, tokens=tuple(tokens), ents=tuple(ents), missing=tuple(missing))

    def _other(self, words: list[str], label: str) -> list[str]:
        rng = self._rng
        if label == "PERSON" and all(word[:1].isupper() for word in words):
            return self._person(len(words))
        made_up = label in ("ORG", "LOC", "LAW", "EVENT") and self._pattern_share > 0
        if made_up and rng.random() < self._pattern_share:
            return self._patterns.draw(label)
        if label == "ORG":
            if len(words) == 1 and words[0].isupper() and 1 < len(words[0]) < 7:
                return ["".join(rng.choice(_LETTERS) for _ in range(rng.choice([3, 3, 4, 4, 5])))]
            if rng.random() < 0.35:
                return list(rng.choice(self._seen["ORG"]))
        if label == "LOC" and rng.random() < 0.35:
            return list(rng.choice(self._seen["LOC"]))
        return words

    def _person(self, length: int) -> list[str]:
        rng = self._rng
        if rng.random() < 0.2:
            return list(rng.choice(self._seen["PERSON"]))
        full = rng.choice(self._stocks).full(rng)
        stock = rng.choice(self._stocks)
        if length == 1:
            full = [rng.choice(stock.family)]
        elif length > 2 and rng.random() < 0.6:
            middle = rng.choice([rng.choice(_LETTERS) + ".", rng.choice(stock.given)])
            full = [full[0], middle, *full[1:]]
        return [piece for name in full for piece in self._cut(name)]

    def _cut(self, name: str) -> list[str]:
        """Hyphened names as the tokenizer has them, seldom whole."""
        if "-" not in name or self._rng.random() < 0.2:
            return [name]
        return [piece for piece in _PARTS.split(name) if piece]


def change_case(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence as a headline in Title Case, in capitals, or all in lower case."""
    way = rng.choice(["title", "title", "upper", "lower"])
    small = {"a", "an", "the", "of", "in", "on", "to", "for", "and", "at", "by", "with", "as"}

    def change(index: int, token: str) -> str:
        if way == "upper":
            return token.upper()
        if way == "lower":
            return token.lower()
        keep = (token in small and index) or not token[:1].isalpha()
        return token if keep else token[0].upper() + token[1:]

    tokens = tuple(change(index, token) for index, token in enumerate(sentence.tokens))
    return replace(sentence, tokens=tokens)
