"""``factdiff explain``: what a kind, a verdict or one finding means and how it was decided."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factdiff.cli.help import SOURCES
from factdiff.cli.options import Width

TopicWord = Annotated[
    str,
    typer.Argument(
        metavar="TOPIC",
        help="A kind (count), a verdict (variant), or the id of a finding (3f2a91c04b7e).",
    ),
]
ReportFile = Annotated[
    Path | None,
    typer.Option(
        "--report",
        metavar="FILE",
        help="The report that has the finding, written with --format json; by default the last"
        " one made here.",
        rich_help_panel=SOURCES,
    ),
]


def explain(topic: TopicWord, report: ReportFile = None, width: Width = None) -> None:
    """Explain a kind, a verdict, or how one finding was decided.

    \b
    Examples:
      factdiff explain compatible
      factdiff explain measure
      factdiff explain 3f2a91c04b7e --report report.json
    """
    import sys

    from rich.console import RenderableType

    from factdiff.cli.last import last_report
    from factdiff.cli.output import console
    from factdiff.errors import UsageError
    from factdiff.model import Kind, Verdict
    from factdiff.policy.nearest import unknown
    from factdiff.report.explain import (
        TerminalExplanation,
        TerminalTopic,
        finding_by_id,
        looks_like_id,
    )
    from factdiff.report.load import load_report
    from factdiff.report.text import as_text
    from factdiff.report.topics import topic as topic_of
    from factdiff.report.view import TEXT_WIDTH

    answer: RenderableType
    if topic in list(Verdict):
        answer = TerminalTopic(topic_of(Verdict(topic)))
    elif topic in list(Kind):
        answer = TerminalTopic(topic_of(Kind(topic)))
    elif not looks_like_id(topic):
        raise UsageError(unknown("explain", topic, [*Kind, *Verdict]))
    else:
        known = load_report(report) if report is not None else last_report()
        answer = TerminalExplanation(known, finding_by_id(known, topic))
    if sys.stdout.isatty():
        console(width).print(answer)
    else:
        sys.stdout.write(as_text(answer, width or TEXT_WIDTH))
