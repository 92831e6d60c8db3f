"""Words folded so that the same speech in two house styles comes out the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

# British and American endings that tell two spellings of one word: `customised`, `labour`
ENDINGS = (
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"),
    ("ise", "ize"), ("ours", "ors"), ("our", "or"), ("oured", "ored"), ("ouring", "oring"),
    ("tre", "ter"), ("ence", "ense"), ("elled", "eled"), ("elling", "eling"),
)  # fmt: skip
SHORTEST = 5  # `rise` and `our` are no spellings of `rize` and `or`


def long_form(words: Sequence[str]) -> tuple[str, ...]:
    """The words with contractions written out, number words as figures, endings American."""
    long: list[str] = []
    for word in words:
        means = _table().get(word)
        long += [_american(part) for part in (means.split() if means is not None else [word])]
    return tuple(word for word in long if word != "-")


def _american(word: str) -> str:
    if len(word) > SHORTEST:
        for british, american in ENDINGS:
            if word.endswith(british):
                return word.removesuffix(british) + american
    return word


@cache
def _table() -> dict[str, str]:
    text = files(__package__).joinpath("spellings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {row[0]: row[2] for row in rows[1:]}
