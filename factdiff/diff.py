"""The whole tool on one screen: sources in, report out.

read -> pipeline -> kinds.*.find -> kinds.*.match -> kinds.*.judge -> Report
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factdiff import __version__
from factdiff.alignment import Alignment
from factdiff.errors import UsageError
from factdiff.kinds.copies import copied_sources, passages_of, with_copies
from factdiff.kinds.drafts import judge_draft
from factdiff.kinds.finding import finding_of, with_distinct_ids
from factdiff.kinds.internal import internal_findings
from factdiff.kinds.names.sought import with_sought
from factdiff.kinds.neutral import Neutral
from factdiff.kinds.rooms import NAMES, ROOMS
from factdiff.kinds.style import joined, styled
from factdiff.model import Claim, Finding, Report, Source, Tool
from factdiff.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[Source], None]


def compare_sources(
    sources: Sequence[Source],
    *,
    nlp: Language | None = None,
    settings: Settings = DEFAULTS,
    progress: Progress | None = None,
) -> Report:
    """What the sources agree on, where they differ, and what one alone says.

    Takes two sources or more, in the order in which they are to be shown; raises ``UsageError``
    for fewer. ``nlp`` is a pipeline from ``load_pipeline`` (by default the bundled one);
    ``progress`` is called with each source before it is read. Same input, same report.
    """
    if len(sources) < 2:
        raise UsageError("a comparison needs at least two sources; give one more")
    read = extract_report(sources, nlp=nlp, progress=progress)
    return report_of(read.tool, read.sources, read.claims, settings)


def report_of(
    tool: Tool,
    sources: Sequence[Source],
    claims: Sequence[Claim],
    settings: Settings = DEFAULTS,
    *,
    draft: str | None = None,
) -> Report:
    """Match and judge claims that are already known; needs no pipeline.

    With the id of a ``draft`` the findings are those about its statements alone, each judged by
    the source that stands farthest from it.
    """
    claims = with_sought(sources, claims)
    compare = partial(_compared, tool, settings=settings)
    report = compare(sources, claims, draft=draft)
    asked = [source for source in sources if draft in (None, source.id)]
    internal = [f for s in asked for f in internal_findings(s, claims, compare, settings)]
    # a conflict with another source tells it already
    new = [finding for finding in internal if not finding.claims & report.disputed]
    if not new:
        return report
    return replace(report, findings=tuple(_ordered((*report.findings, *new), claims)))


def _compared(
    tool: Tool,
    sources: Sequence[Source],
    claims: Sequence[Claim],
    *,
    settings: Settings,
    draft: str | None = None,
) -> Report:
    by_id = {source.id: source for source in sources}
    # a draft is no later report: what it says it has from its sources
    published = {source.id: source.published for source in sources if source.id != draft}
    neutral = Neutral.of(sources, claims)
    names = joined(NAMES.match(_of(neutral.claims, NAMES.kinds), Alignment(), settings), settings)
    passages = passages_of(claims, by_id)
    copied = frozenset(
        (neutral.labels[one], neutral.labels[other])
        for one, other in copied_sources(claims, passages)
    )
    blind = replace(Alignment.of(names), published=neutral.labelled(published), copied=copied)
    alignment = replace(Alignment.of(neutral.restored(names)), published=published)
    findings = []
    for room in ROOMS:
        mine = _of(neutral.claims, room.kinds)
        groups = names if room is NAMES else room.match(mine, blind, settings)
        judge = room.judging(alignment, settings)
        for group in neutral.restored(groups):
            if draft is not None and draft not in group.sources:
                continue
            judgement = judge(group) if draft is None else judge_draft(draft, group, judge)
            findings.append(finding_of(group, judgement, by_id, settings))
    findings = styled(findings, by_id, {claim.id: claim for claim in claims}, settings, draft)
    findings = with_copies(_ordered(findings, claims), claims, by_id, passages)
    return Report(tool, tuple(sources), tuple(claims), tuple(findings))


def extract_claims(source: Source, *, nlp: Language | None = None) -> tuple[Claim, ...]:
    """The claims of one source, in the order of the text."""
    from factdiff.reading import read_claims

    return read_claims([source if source.id else replace(source, id="A")], nlp)[0]


def extract_report(
    sources: Sequence[Source],
    *,
    nlp: Language | None = None,
    progress: Progress | None = None,
) -> Report:
    """The claims of every source, with nothing compared yet: a report without findings."""
    from factdiff.reading import pipeline_name, read_claims

    articles = named(sources)
    claims, nlp = read_claims(articles, nlp, progress)
    tool = Tool(version=__version__, pipeline=pipeline_name(nlp))
    return Report(tool, tuple(articles), claims, ())


def named(sources: Sequence[Source]) -> list[Source]:
    """The sources with the ids that they have in one report: ``A``, ``B`` … in their order."""
    return [replace(source, id=source_id(n)) for n, source in enumerate(sources)]


def source_id(number: int) -> str:
    """``A`` for 0 … ``Z``, ``AA``, ``AB`` …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _of(claims: Iterable[Claim], kinds: frozenset[str]) -> list[Claim]:
    return [claim for claim in claims if claim.kind in kinds]


def _ordered(findings: Iterable[Finding], claims: Sequence[Claim]) -> list[Finding]:
    """Worst first, surest first, then by the place in the first source that speaks."""
    place = {claim.id: number for number, claim in enumerate(claims)}

    def key(finding: Finding) -> tuple[int, float, int, str]:
        first = min(place[claim] for position in finding.positions for claim in position.claims)
        return finding.verdict.rank, -finding.confidence, first, finding.id

    return with_distinct_ids(sorted(findings, key=key))
