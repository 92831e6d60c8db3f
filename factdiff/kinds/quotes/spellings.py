"""Words folded so that the same speech in two house styles comes out the same."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

SHORTEST = 5  # `rise` and `our` are no spellings of `rize` and `or`
TENS = frozenset(range(20, 100, 10))


def long_form(words: Sequence[str]) -> tuple[str, ...]:
    """The words with contractions written out, number words as figures, endings American."""
    long: list[str] = []
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        means = _table().get(pair)
        at += 1 if means is None else 2
        means = means or _table().get(words[at - 1], words[at - 1])
        long += [_american(part) for part in means.split()]
    return tuple(_summed([word for word in long if word != "-"]))


def is_formula(words: Sequence[str]) -> bool:
    """Whether the words are what anybody says on such an occasion: ``Thank you for coming``."""
    said = f" {' '.join(words)} "
    return any(f" {row['words']} " in said for row in _rows("formulas.tsv"))


def _summed(words: Sequence[str]) -> list[str]:
    """``twenty-five`` as one figure."""
    summed: list[str] = []
    for word in words:
        last = summed[-1] if summed else ""
        one = len(word) == 1 and word in "123456789"
        if one and len(last) == 2 and last.isdecimal() and int(last) in TENS:
            summed[-1] = str(int(last) + int(word))
        else:
            summed.append(word)
    return summed


def _american(word: str) -> str:
    if len(word) > SHORTEST:
        for british, american in _endings():
            if word.endswith(british):
                return word.removesuffix(british) + american
    return word


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple((row["british"], row["american"]) for row in _rows("endings.tsv"))


@cache
def _table() -> dict[str, str]:
    return {row["form"]: row["means"] for row in _rows("spellings.tsv")}


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
