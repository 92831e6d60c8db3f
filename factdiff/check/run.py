"""Every draft of a run held against its sources, as one report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from factdiff.check.changed import Changed
from factdiff.check.plan import Plan
from factdiff.diff import report_of
from factdiff.kinds.finding import with_distinct_ids
from factdiff.model import Check, Finding, Report, Severity
from factdiff.policy.baseline import Baseline
from factdiff.policy.inline import accept_inline
from factdiff.policy.rules import Rules

Read = Callable[[Sequence[str]], Report]


@dataclass(frozen=True, slots=True)
class Job:
    """A draft with its rules; ``changed`` limits what is told of it to changed lines.

    ``name`` is how the baseline calls the draft.
    """

    plan: Plan
    rules: Rules
    changed: Changed | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """One draft's outcome: all its findings, accepted ones marked, and those that are told."""

    job: Job
    check: Check
    found: tuple[Finding, ...]
    told: tuple[Finding, ...]
    notes: tuple[str, ...]

    @property
    def left_out(self) -> int:
        """How many of its findings the rules leave out."""
        return len(self.found) - len(self.told)


@dataclass(frozen=True, slots=True)
class Result:
    """All drafts, and the report on them."""

    drafts: tuple[Checked, ...]
    report: Report

    @property
    def failing(self) -> frozenset[str]:
        """The ids of the findings that fail the run, each by the rules of its draft."""
        rules = {checked.check.draft: checked.job.rules for checked in self.drafts}
        return frozenset(
            finding.id
            for finding in self.report.findings
            for draft in {source for position in finding.positions for source in position.sources}
            if draft in rules and rules[draft].fail_on.reaches(finding)
        )


def check(
    jobs: Sequence[Job],
    read: Read,
    *,
    baseline: Baseline | None = None,
    today: str = "",
) -> Result:
    """Hold every draft against its sources.

    ``read`` takes the claims of the files that it is given, as a report without findings: every
    file once, however many drafts lean on it. The findings are about the drafts' statements alone;
    each begins with what the draft says. ``today`` decides which entries of the baseline ran out.
    """
    paths = _articles(jobs)
    claims = read(paths)
    ids = dict(zip(paths, (source.id for source in claims.sources), strict=True))
    drafts = []
    for job in jobs:
        against = tuple(ids[path] for path in job.plan.sources)
        read_of_draft = _between(Check(ids[job.plan.draft], against), claims)
        drafts.append(_checked(job, read_of_draft, baseline or Baseline(), today))
    told = [finding for checked in drafts for finding in checked.told]
    findings = with_distinct_ids(sorted(told, key=lambda finding: finding.verdict.rank))
    report = replace(
        claims,
        findings=tuple(findings),
        notes=(*(note for checked in drafts for note in checked.notes), *_left_out(drafts)),
        checks=tuple(checked.check for checked in drafts),
    )
    return Result(tuple(drafts), report)


def _left_out(drafts: Sequence[Checked]) -> list[str]:
    """One line for all drafts: fifty drafts of which little has changed need no fifty."""
    number, of = sum(c.left_out for c in drafts), sum(len(c.found) for c in drafts)
    why = "left out by the rules for kinds, confidence or changed lines"
    return [f"{number} of {of} findings {why}"] if number else []


def _articles(jobs: Sequence[Job]) -> list[str]:
    """The files of a run, every one once, drafts first."""
    drafts = [job.plan.draft for job in jobs]
    return list(dict.fromkeys([*drafts, *(path for job in jobs for path in job.plan.sources)]))


def _between(check: Check, read: Report) -> Report:
    """A draft and its sources, with their claims."""
    wanted = {check.draft, *check.against}
    return replace(
        read,
        sources=tuple(source for source in read.sources if source.id in wanted),
        claims=tuple(claim for claim in read.claims if claim.source in wanted),
        checks=(check,),
    )


def _checked(job: Job, read: Report, baseline: Baseline, today: str) -> Checked:
    check, rules = read.checks[0], job.rules
    report = report_of(read.tool, read.sources, read.claims, rules.settings, draft=check.draft)
    text = next(source.text for source in read.sources if source.id == check.draft)
    mine = [claim for claim in read.claims if claim.source == check.draft]
    found, unused = accept_inline(text, report.findings, mine)
    found, stale = baseline.accept(job.name, found, today)
    told = [
        _loud_enough(finding, rules)
        for finding in found
        if rules.cover(finding) and _is_changed(finding, job, read)
    ]
    notes = [*report.notes, *unused, *stale]
    draft = "standard input" if job.plan.draft == "-" else job.plan.draft
    named = tuple(f"{draft}: {note}" for note in notes)
    return Checked(job, check, tuple(found), tuple(told), named)


def _is_changed(finding: Finding, job: Job, read: Report) -> bool:
    if job.changed is None:
        return True
    mine = {claim for position in finding.positions for claim in position.claims}
    return any(
        job.changed.touches(claim.line, claim.line + claim.text.count("\n"))
        for claim in read.claims
        if claim.id in mine and claim.source == read.checks[0].draft
    )


def _loud_enough(finding: Finding, rules: Rules) -> Finding:
    """What fails a run is a warning at least, so that every format shows it."""
    if finding.severity is Severity.NONE and rules.fail_on.reaches(finding):
        return replace(finding, severity=Severity.WARNING)
    return finding
