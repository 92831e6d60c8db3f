"""Every draft of a run held against its sources, as one report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from factdiff.check.changed import Changed
from factdiff.check.plan import Plan
from factdiff.diff import report_of
from factdiff.kinds.finding import with_distinct_ids
from factdiff.model import Check, Finding, Report, Severity, Source
from factdiff.policy.aliases import styled
from factdiff.policy.rules import Rules

_PASSED_OVER = "{} names no sources and was not checked"
Read = Callable[[Sequence[Source]], Report]


@dataclass(frozen=True, slots=True)
class Job:
    """A draft with its rules; ``changed`` limits what is told of it to changed lines."""

    plan: Plan
    rules: Rules
    changed: Changed | None = None


def check(
    jobs: Sequence[Job],
    sources: Mapping[str, Source],
    read: Read,
    passed_over: Sequence[str] = (),
) -> Report:
    """Hold every draft against its sources.

    ``sources`` are the articles by path, ``read`` takes their claims (every article once, however
    many drafts lean on it); ``passed_over`` are files that no source is known for. The findings
    are about the drafts' statements alone; each begins with what the draft says.
    """
    claims = read([sources[path] for path in articles_of(jobs)])
    ids = dict(zip(articles_of(jobs), (source.id for source in claims.sources), strict=True))
    checks, findings, notes = (
        [],
        list[Finding](),
        [_PASSED_OVER.format(path) for path in passed_over],
    )
    for job in jobs:
        draft, against = ids[job.plan.draft], tuple(ids[path] for path in job.plan.sources)
        found = _about(draft, against, claims, job.rules)
        told = [f for f in found if job.rules.cover(f) and _is_changed(f, draft, job, claims)]
        findings += [_loud_enough(finding, job.rules) for finding in told]
        checks.append(Check(draft, against))
        if len(told) < len(found):
            left = len(found) - len(told)
            notes.append(f"{job.plan.draft}: {left} of {len(found)} findings lie outside the rules")
    ordered = with_distinct_ids(sorted(findings, key=lambda finding: finding.verdict.rank))
    return replace(claims, findings=tuple(ordered), notes=tuple(notes), checks=tuple(checks))


def articles_of(jobs: Sequence[Job]) -> list[str]:
    """The paths of all articles of a run, every one once, drafts first."""
    drafts = [job.plan.draft for job in jobs]
    return list(dict.fromkeys([*drafts, *(path for job in jobs for path in job.plan.sources)]))


def failing_of(report: Report, jobs: Sequence[Job]) -> frozenset[str]:
    """The ids of the findings that fail the run, each by the rules of its draft."""
    rules = {check.draft: job.rules for check, job in zip(report.checks, jobs, strict=True)}
    return frozenset(
        finding.id
        for finding in report.findings
        for draft in {source for position in finding.positions for source in position.sources}
        if draft in rules and rules[draft].fail_on.reaches(finding)
    )


def _about(draft: str, against: Sequence[str], read: Report, rules: Rules) -> list[Finding]:
    wanted = {draft, *against}
    sources = [source for source in read.sources if source.id in wanted]
    claims = [claim for claim in read.claims if claim.source in wanted]
    report = report_of(read.tool, sources, claims, rules.settings, draft=draft)
    severities = rules.settings.severities
    return [styled(f, draft, claims, rules.aliases, severities) for f in report.findings]


def _is_changed(finding: Finding, draft: str, job: Job, read: Report) -> bool:
    if job.changed is None:
        return True
    mine = {claim for position in finding.positions for claim in position.claims}
    return any(
        job.changed.touches(claim.line, claim.line + claim.text.count("\n"))
        for claim in read.claims
        if claim.id in mine and claim.source == draft
    )


def _loud_enough(finding: Finding, rules: Rules) -> Finding:
    """What fails a run is a warning at least, so that every format shows it."""
    if finding.severity is Severity.NONE and rules.fail_on.reaches(finding):
        return replace(finding, severity=Severity.WARNING)
    return finding
