"""The normal form of a legal authority: its title or citation, with the parts kept apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

YEAR = re.compile(r"[,\s]*(?:\bof\s+)?\(?\b(1[2-9]\d\d|20\d\d)\)?$")
PART = re.compile(
    r"^(?P<unit>section|article|title|clause|paragraph|chapter|schedule)s?\s+(?P<section>\S.*?)"
    r"(?:\s+of\s+(?:the\s+)?(?P<whole>[^\W\d_].*))?$",
    re.IGNORECASE,
)
JURISDICTIONS = (
    "u.s.",
    "us",
    "united states",
    "federal",
    "uk",
    "u.k.",
    "eu",
    "european union",
    "un",
    "u.n.",
    "united nations",
)


@dataclass(frozen=True, slots=True)
class Law:
    """One legal authority as an article names it.

    ``words`` is what a report shows: the fullest title or the canonical citation, with its
    part (``Section 7 of the Endangered Species Act``). ``title`` is without year and part,
    ``section`` without the word for it (``7(a)(2)``), which is ``unit`` (``section``,
    ``article``). ``series`` and ``number`` identify numbered law (``us-order`` ``13818``);
    ``entry`` is the key of the row in ``equivalents.tsv`` that this law is. ``detail`` are the
    words that single out an order without number (``signed by …``), lower case.
    """

    words: str
    form: str
    title: str | None = None
    number: str | None = None
    year: int | None = None
    section: str | None = None
    unit: str | None = None
    jurisdiction: str | None = None
    series: str | None = None
    entry: str | None = None
    detail: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.words

    @property
    def identity(self) -> str:
        """What law it is, whatever its part, year or wording: equal for equal laws."""
        if self.entry is not None:
            return f"entry:{self.entry}"
        if self.series is not None:
            return f"{self.series}:{self.number}"
        if self.detail:
            return f"{self.form}:{' '.join(self.detail)}"
        return f"title:{' '.join(title_words(self.title or self.words))}"

    def with_part(self, unit: str, section: str) -> Self:
        """The same law, at one of its parts: ``Section 7 of the Endangered Species Act``."""
        words = f"{unit.capitalize()} {section} of the {self.words}"
        return replace(self, words=words, unit=unit, section=section)


@lru_cache(maxsize=4096)
def title_words(title: str) -> tuple[str, ...]:
    """The words of a title as they are compared: folded, without article, realm and marks.

    ``the U.S. Marine Mammals Protection Act`` and ``Marine Mammals Protection Act`` are equal.
    """
    folded = title.casefold().replace("’", "'").strip()
    folded = folded.removeprefix("the ")
    for realm in JURISDICTIONS:
        rest = folded.removeprefix(f"{realm} ")
        # neither the party of a case nor all that tells one constitution from another
        if rest.count(" ") >= 1 and not rest.startswith(("v. ", "v ", "vs. ")):
            folded = rest
    return tuple(word for word in re.findall(r"[\w'.-]*\w", folded.replace("&", "and")) if word)


def split_year(title: str) -> tuple[str, int | None]:
    """A title without its year, and the year: ``Civil Rights Act of 1964`` gives 1964."""
    found = YEAR.search(title)
    if found is None or found.start() == 0:
        return title, None
    return title[: found.start()], int(found[1])


def plain_title(law: Law) -> tuple[str, ...]:
    """The words of a law's title without its year, as they are compared."""
    return title_words(split_year(law.title or "")[0])


def parse(text: str) -> Law:
    """The law that a normal form names; the inverse of ``str`` for titles and numbered law.

    Raises ``ValueError`` for an empty text.
    """
    from factdiff.kinds.laws.equivalents import entry_named
    from factdiff.kinds.laws.series import numbered_law

    text = " ".join(text.split())
    if not text:
        raise ValueError("a law needs words, got an empty text")
    numbered = numbered_law(text)
    if numbered is not None:
        return numbered
    part = PART.match(text)
    title, year = split_year(text)
    entry = entry_named(text) or entry_named(title)
    if part is not None and entry is None:
        whole = parse(part["whole"]) if part["whole"] else Law("", "section")
        return replace(whole, words=text, unit=part["unit"].lower(), section=part["section"])
    return Law(
        text,
        entry.form if entry else "act",
        title=title,
        year=year,
        section=part["section"] if part else None,
        unit=part["unit"].lower() if part else None,
        jurisdiction=entry.jurisdiction if entry else None,
        entry=entry.key if entry else None,
    )
