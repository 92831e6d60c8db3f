"""Every threshold and severity, on one screen, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from factdiff.model import Severity, Verdict

SEVERITIES: Mapping[Verdict, Severity] = MappingProxyType(
    {
        Verdict.CONFLICT: Severity.ERROR,  # somebody prints a correction
        Verdict.VARIANT: Severity.WARNING,  # a copy desk wants to see it
        Verdict.COMPATIBLE: Severity.NOTE,  # worth knowing, nothing to mend
        Verdict.AGREE: Severity.NONE,
        Verdict.SINGLE: Severity.NONE,  # silence of the other source is no fault
    }
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Policy of one run. Scores and confidences are from 0 to 1."""

    severities: Mapping[Verdict, Severity] = field(default_factory=lambda: SEVERITIES)
    # names: two surface forms below this are two entities, whatever the context says
    name_match: float = 0.80
    # quantities: below this two values are not taken to measure the same thing
    quantity_match: float = 0.50
    # quantities: values that cannot both be true are joined from here on: a false alarm costs more
    quantity_conflict: float = 0.58
    # dates: below this two dates are not taken to date the same event
    date_match: float = 0.50
    # roles: the person already ties two roles together; below this they are two offices
    role_match: float = 0.30
    # quotes: share of words in common below which two quotations are two utterances
    quote_match: float = 0.60


DEFAULTS = Settings()
