"""Findings that were accepted once, in a file: each with its reason, its date, perhaps an end.

An entry is found again by the finding's fingerprint, so it survives moving lines; it falls away
when what the draft or a source says changes.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factdiff.errors import InputError
from factdiff.model import Finding, Suppression, Verdict
from factdiff.report.lookup import headline

SCHEMA = "factdiff.baseline/1"
BASELINE = "baseline"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """An accepted finding. ``draft`` is its path from the file's folder, None for any draft.

    ``date`` and ``expires`` are days, ``2020-07-15``; from ``expires`` on it holds no longer.
    """

    finding: str
    draft: str | None = None
    said: str = ""
    reason: str = ""
    date: str = ""
    expires: str | None = None

    def holds(self, today: str) -> bool:
        """Whether it has not run out."""
        return self.expires is None or today < self.expires

    def meets(self, draft: str, finding: Finding) -> bool:
        """Whether it speaks of this finding of this draft."""
        return self.finding == finding.id and self.draft in (None, draft)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a file, in its order."""

    entries: tuple[Entry, ...] = ()

    def accept(
        self, draft: str, findings: Sequence[Finding], today: str
    ) -> tuple[list[Finding], list[str]]:
        """Mark the accepted findings of a draft; a line for each entry that is stale or ran out."""
        holding = [entry for entry in self.entries if entry.holds(today)]
        marked = []
        for finding in findings:
            entry = next((e for e in holding if e.meets(draft, finding)), None)
            accepted = entry is not None and finding.verdict is not Verdict.AGREE
            if entry is not None and accepted and finding.suppression is None:
                marked.append(replace(finding, suppression=Suppression(BASELINE, entry.reason)))
            else:
                marked.append(finding)
        return marked, [
            f"baseline: {entry.said or entry.finding} {why}; --prune-baseline removes it"
            for entry, why in self.stale(draft, findings, today)
        ]

    def stale(self, draft: str, findings: Sequence[Finding], today: str) -> list[tuple[Entry, str]]:
        """The entries for this draft that accept nothing, each with why."""
        found = {finding.id for finding in findings if finding.verdict is not Verdict.AGREE}
        return [
            (
                entry,
                "is no finding any more" if entry.holds(today) else f"ran out on {entry.expires}",
            )
            for entry in self.entries
            if entry.draft == draft and (entry.finding not in found or not entry.holds(today))
        ]

    def without(self, entries: Iterable[Entry]) -> Baseline:
        """The baseline without these entries."""
        gone = set(entries)
        return Baseline(tuple(entry for entry in self.entries if entry not in gone))

    def with_entries(self, entries: Iterable[Entry]) -> Baseline:
        """The baseline with these added, except where one for the finding is there already."""
        known = {(entry.finding, entry.draft) for entry in self.entries}
        new = [entry for entry in entries if (entry.finding, entry.draft) not in known]
        return Baseline((*self.entries, *new))


def entry_of(finding: Finding, draft: str | None, *, reason: str, date: str) -> Entry:
    """An entry that accepts a finding."""
    said = f"{finding.verdict} {finding.kind}: {headline(finding)}"
    return Entry(finding.id, draft, said, reason, date)


def dumps_baseline(baseline: Baseline) -> str:
    """The file's text: sorted, so that two people's additions merge."""
    entries = sorted(baseline.entries, key=lambda entry: (entry.draft or "", entry.finding))
    rows = [
        {
            "finding": entry.finding,
            "draft": entry.draft,
            "said": entry.said,
            "reason": entry.reason,
            "date": entry.date,
            "expires": entry.expires,
        }
        for entry in entries
    ]
    document = {"schema": SCHEMA, "entries": rows}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def load_baseline(path: Path) -> Baseline:
    """The baseline in a file. Raises ``InputError`` when it cannot be read or is something else."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(
            f"{path}: no such file; --update-baseline makes it, or check the path"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not JSON"
        raise InputError(f"{path} cannot be read as a baseline: {reason}") from None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise InputError(f"{path} is not a {SCHEMA} file; write one with --update-baseline")
    try:
        return Baseline(tuple(_entry(row) for row in document["entries"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{path} is a damaged baseline ({error}); mend or remove it") from None


def _entry(row: dict[str, object]) -> Entry:
    words = {name: row.get(name, "") for name in ("said", "reason", "date")}
    draft, expires = row.get("draft"), row.get("expires")
    if not all(isinstance(word, str) for word in (row["finding"], *words.values())):
        raise ValueError("an entry's values are strings")
    return Entry(
        finding=str(row["finding"]),
        draft=None if draft is None else str(draft),
        expires=None if expires is None else datetime.date.fromisoformat(str(expires)).isoformat(),
        **{name: str(word) for name, word in words.items()},
    )
