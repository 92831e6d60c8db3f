"""A run of checks with its baseline file: read before, brought up to date and pruned after."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from factdiff.check.changed import changed_lines
from factdiff.check.plan import Plans
from factdiff.check.run import Checked, Job, Read, Result, check
from factdiff.errors import UsageError
from factdiff.policy.baseline import Baseline, Entry, dumps_baseline, entry_of, load_baseline
from factdiff.policy.policy import Policy
from factdiff.report.write import write_whole


@dataclass(frozen=True, slots=True)
class AcceptedFile:
    """What a run does with its baseline file; without a path there is none."""

    path: Path | None
    update: bool = False
    prune: bool = False
    reason: str = ""
    today: str = field(default_factory=lambda: datetime.date.today().isoformat())

    def __post_init__(self) -> None:
        if self.path is None and (self.update or self.prune):
            option = "--update-baseline" if self.update else "--prune-baseline"
            raise UsageError(
                f"{option} needs a file: give --baseline FILE, or baseline in the policy"
            )

    def read(self) -> Baseline:
        """The entries; none when the file is yet to be made by this run."""
        if self.path is None or (self.update and not self.path.exists()):
            return Baseline()
        return load_baseline(self.path)

    def name_of(self, draft: str) -> str:
        """How the file calls a draft: its path from the file's folder, with forward slashes."""
        if draft == "-":
            return draft
        folder = (self.path.parent if self.path is not None else Path()).resolve()
        return PurePath(os.path.relpath(Path(draft).resolve(), folder)).as_posix()

    def write(self, known: Baseline, drafts: Sequence[Checked]) -> list[str]:
        """Bring the file up to date where the run was asked to; a line that tells what was done."""
        new = pruned(known, drafts, self.today) if self.prune else known
        if self.update:
            new = updated(new, drafts, self.reason, self.today)
        if self.path is not None and (new != known or (self.update and not self.path.exists())):
            write_whole(self.path, dumps_baseline(new))
        if self.path is None or not (self.update or self.prune):
            return []
        added = len(set(new.entries) - set(known.entries))
        removed = len(set(known.entries) - set(new.entries))
        return [f"{self.path}: entries added {added}, removed {removed}"]


def check_plans(
    plans: Plans,
    policy: Policy,
    accepted: AcceptedFile,
    read: Read,
    *,
    changed_since: str | None = None,
) -> Result:
    """Hold every planned draft against its sources, by the rules that the policy has for it.

    ``read`` takes the claims of files. With ``changed_since``, a revision that git
    knows, only statements on lines that changed are told.
    """
    known = accepted.read()
    jobs = [
        Job(
            each,
            policy.rules(each.draft),
            changed_lines(each.draft, changed_since) if changed_since else None,
            accepted.name_of(each.draft),
        )
        for each in plans.plans
    ]
    result = check(jobs, read, baseline=known, today=accepted.today)
    done = accepted.write(known, result.drafts)
    notes = [f"{path} names no sources and was not checked" for path in plans.passed_over]
    notes += done
    return replace(result, report=replace(result.report, notes=(*result.report.notes, *notes)))


def updated(baseline: Baseline, drafts: Sequence[Checked], reason: str, today: str) -> Baseline:
    """The baseline with an entry for every finding that fails the run."""
    entries: list[Entry] = []
    for checked in drafts:
        fails = checked.job.rules.fail_on.reaches
        entries += [
            entry_of(finding, checked.job.name, reason=reason, date=today)
            for finding in checked.told
            if fails(finding)
        ]
    return baseline.with_entries(entries)


def pruned(baseline: Baseline, drafts: Sequence[Checked], today: str) -> Baseline:
    """The baseline without the entries of these drafts that accept nothing any more."""
    gone = [
        entry
        for checked in drafts
        for entry, _ in baseline.stale(checked.job.name, checked.found, today)
    ]
    return baseline.without(gone)
