"""What kinds and verdicts mean, from ``topics.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factdiff.model import Kind, Verdict


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind or a verdict in words: a phrase, what it is, an example."""

    word: str
    title: str
    text: str
    example: str


def topic(word: Kind | Verdict) -> Topic:
    """The topic of a kind or a verdict."""
    section = "kind" if isinstance(word, Kind) else "verdict"
    return Topic(word=str(word), **_table()[section][word])


@cache
def _table() -> dict[str, dict[str, dict[str, str]]]:
    text = files("factdiff.report").joinpath("topics.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
