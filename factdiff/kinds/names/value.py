"""The normal form of a name: the fullest name that the article gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a named person, organization, place or group.

    ``full`` is the fullest name of the same entity in the same article; ``said`` is what stands
    at this place, without title and possessive ending. ``titles`` are the titles that the article
    puts before any mention of it, folded; ``roles`` the content words next to this mention;
    ``beside`` the full names in the same sentence.
    """

    full: str
    said: str
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.full


def parse(text: str) -> Name:
    """The value of a bare name, of which nothing but the words is known."""
    return Name(full=text, said=text)
