"""One word of a name, in the three forms that names are compared in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: folded, as spelled (lower case), and as written."""

    folded: str
    spelled: str
    written: str
