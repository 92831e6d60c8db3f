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
class Alias:
    """House style for one name: ``name`` and its other spellings.

    With ``accept`` every spelling may stand, without it only ``name``. The spellings are one name
    in either case. Case, a plural or possessive s and ``the`` do not count.
    """

    name: str
    also: tuple[str, ...] = ()
    accept: bool = False

    def spelling(self, words: str, *, ends: bool = False) -> str | None:
        """The spelling that ``words`` are, as it stands here, or None.

        With ``ends`` also the one that they end with: ``Volodymyr Zelensky`` for ``Zelensky``.
        """
        said = _folded(words)
        for known in (self.name, *self.also):
            form = _folded(known)
            if said == form or (ends and said.endswith(f" {form}")):
                return known
        return None


def _folded(words: str) -> str:
    bare = " ".join(words.casefold().replace("\u2019", "'").split()).removeprefix("the ")
    bare = bare.removesuffix("'s").removesuffix("'")
    # "US" and "Ross" are no plurals
    plural = len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss")
    return bare[:-1] if plural else bare


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
    # house style: spellings that are one name, and which of them may stand
    aliases: tuple[Alias, ...] = ()


DEFAULTS = Settings()
