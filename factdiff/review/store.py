"""Where reviews are kept, and how one is found again when its sources have changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from platformdirs import user_state_path

from factdiff.model import Source
from factdiff.review.decisions import Act, decisions_of
from factdiff.review.journal import Journal, Reviewed, header_of, open_journal


def sessions_folder() -> Path:
    """The folder for review journals under the user's state folder."""
    return user_state_path("factdiff") / "reviews"


def reviewed(sources: Sequence[Source]) -> tuple[Reviewed, ...]:
    """What a journal remembers of the sources, in an order that is always the same."""
    rows = (Reviewed(source.name, source.path, source.sha256) for source in sources)
    return tuple(sorted(rows, key=lambda row: (row.sha256, row.name)))


def journal_path(folder: Path, sources: Sequence[Source]) -> Path:
    """A review belongs to its sources by content, wherever they lie and in whatever order."""
    digest = sha256("".join(row.sha256 for row in reviewed(sources)).encode()).hexdigest()
    return folder / f"{digest[:16]}.jsonl"


@dataclass(frozen=True, slots=True)
class Opened:
    """A journal, and how many decisions came over from a review of earlier versions."""

    journal: Journal
    carried: int = 0
    fell_away: int = 0


def open_review(folder: Path, sources: Sequence[Source], known: frozenset[str]) -> Opened:
    """Open the review of these sources, or begin one.

    Where the same files were reviewed with other contents, the decisions whose findings are in
    ``known`` (the ids of the present report) are carried over; the others stay where they are.
    """
    path = journal_path(folder, sources)
    fresh = not path.exists()
    journal = open_journal(path, reviewed(sources))
    earlier = _earlier(folder, sources, path) if fresh else None
    if earlier is None:
        return Opened(journal)
    old = open_journal(earlier, ())
    held = decisions_of(old.events)
    standing = [decision for finding, decision in held.items() if finding in known]
    for decision in standing:
        journal.append(
            Act.DECIDE if decision.choice else Act.NOTE,
            decision.finding,
            decision.at or "",
            choice=decision.choice,
            position=decision.position,
            note=decision.note,
        )
    return Opened(journal, len(standing), len(held) - len(standing))


def _earlier(folder: Path, sources: Sequence[Source], path: Path) -> Path | None:
    """The latest review of sources with the same names."""
    names = sorted(source.name for source in sources)
    found = []
    for other in folder.glob("*.jsonl"):
        header = header_of(other) if other != path else None
        if header is not None and sorted(row.name for row in header) == names:
            found.append(other)
    return max(found, key=lambda other: (other.stat().st_mtime_ns, other.name), default=None)
