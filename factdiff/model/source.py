"""Articles as read: the text, stretches of it, and what is known before any language processing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points, never empty, never negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Skipped(Span):
    """A stretch of a source that no claim is taken from, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article as read: its text and what is known about it before any language processing.

    ``published`` is an EDTF date (``2020-07-09``, ``XXXX-07-09``) or None. ``notes`` are one-line
    remarks on what stayed unresolved while reading. ``headline`` is where the title stands in
    the text, if it does. ``id`` is empty until the source joins a comparison.
    """

    name: str
    text: str
    sha256: str
    id: str = ""
    path: str | None = None
    published: str | None = None
    title: str | None = None
    headline: Span | None = None
    dateline: Span | None = None
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def characters(self) -> int:
        """Length of the text in code points."""
        return len(self.text)

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        name: str = "text",
        published: str | None = None,
        title: str | None = None,
    ) -> Source:
        """An article held in memory, read with the same rules as a plain-text file.

        Raises ``InputError`` when the text is empty or white space only, ``UsageError`` when
        ``published`` is not a date.
        """
        from factdiff.read import source_from_text

        return source_from_text(text, name=name, published=published, title=title)
