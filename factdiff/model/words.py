"""The words of a report: kinds, verdicts, severities, and what a normal form is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What a claim is about; the words of the JSON."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    ROLE = "role"
    DATE = "date"
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    LAW = "law"
    QUOTE = "quote"


class Verdict(StrEnum):
    """How the statements of a finding relate; ``rank`` orders them, worst first."""

    CONFLICT = "conflict"
    VARIANT = "variant"
    COMPATIBLE = "compatible"
    AGREE = "agree"
    SINGLE = "single"

    @property
    def rank(self) -> int:
        """0 for the worst (conflict) to 4 for ``single``."""
        return list(Verdict).index(self)


class Severity(StrEnum):
    """How loud a finding is in reports and in CI."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


class Value(Protocol):
    """A normal form: ``str(value)`` is what GUIDE.md's table of kinds writes."""

    def __str__(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PlainValue:
    """A normal form of which only the words are known, as read back from a report file."""

    words: str

    def __str__(self) -> str:
        return self.words
