"""Which pronoun will stand for a person: by a title before the name, else by the given name.

Only a hint for finding whom ``he`` or ``she`` means; where it is silent, either may.
"""

from __future__ import annotations

from functools import cache

from factdiff.kinds.speech.cues import rows


def gender_of_title(word: str) -> str | None:
    """``he`` or ``she`` for ``mr.``, ``sister`` …; None for all other words."""
    return _table("gendered_titles.tsv").get(word)


def gender_of_given(name: str) -> str | None:
    """``he`` or ``she`` for a given name that is nearly always the one or the other."""
    return _table("given_names.tsv").get(name.lower())


@cache
def _table(file: str) -> dict[str, str]:
    return {row["form"].lower(): row["pronoun"] for row in rows(file)}
