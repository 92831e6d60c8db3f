"""``factdiff review``: step through the findings and decide, one key each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factdiff.cli.options import Model, Published

if TYPE_CHECKING:
    from factdiff.model import Report
    from factdiff.review.desk import Desk
    from factdiff.review.session import Session

Reviewed = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE", help="Articles as for compare, or one report written with --format json."
    ),
]
Plain = Annotated[
    bool, typer.Option("--plain", help="Ask over standard input and output, one line a decision.")
]
Batch = Annotated[
    bool, typer.Option("--batch", help="Ask nothing: only replay and export what was decided.")
]
Everything = Annotated[
    bool, typer.Option("--all", help="Also step through agreements and one-source facts.")
]
Export = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Write what was decided, by suffix: .md a memo, .json the decisions, Repeatable.",
    ),
]
Replay = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Apply the decisions in this file first.")
]
Kept = Annotated[
    Path | None,
    typer.Option("--session", metavar="FILE", help="Keep the decisions here, not in your home."),
]


def review(
    sources: Reviewed,
    published: Published = None,
    plain: Plain = False,
    batch: Batch = False,
    everything: Everything = False,
    export: Export = None,
    replay: Replay = None,
    session: Kept = None,
    model: Model = None,
) -> None:
    """Step through the findings and decide, one key each; stop and come back at any time.

    \b
    Examples:
      factdiff review npr.txt upi.txt
      factdiff review report.json --export memo.md --export memo.json
      factdiff review a.txt b.txt --batch --replay memo.json
    """
    from factdiff.cli.output import check_target
    from factdiff.review.files import check_exports, replay_file, write_exports

    check_exports(export or ())
    for path in export or ():
        check_target(path)
    desk = _desk(_report(sources, published, model), session, everything)
    if replay is not None:
        sys.stderr.write(replay_file(desk.session, replay) + "\n")
    if plain:
        _plainly(desk)
    elif not batch:
        _on_screen(desk)
    write_exports(desk.session, export or ())


def _report(sources: list[str], published: list[str] | None, model: str | None) -> Report:
    if len(sources) == 1 and sources[0].endswith(".json"):
        from factdiff.report.load import load_report

        return load_report(Path(sources[0]))
    from factdiff.cli.options import read_sources
    from factdiff.cli.progress import reading
    from factdiff.errors import UsageError

    if len(sources) < 2:
        raise UsageError("review needs at least two sources, or one report written as JSON")
    articles = read_sources(sources, published)
    with reading(len(articles)) as progress:
        from factdiff import compare_sources, load_pipeline

        return compare_sources(articles, nlp=load_pipeline(model), progress=progress)


def _desk(report: Report, kept: Path | None, everything: bool) -> Desk:
    from factdiff.review.desk import Desk
    from factdiff.review.journal import open_journal
    from factdiff.review.keys import default_keys
    from factdiff.review.session import Session
    from factdiff.review.store import open_review, reviewed, sessions_folder

    if kept is not None:
        journal = open_journal(kept, reviewed(report.sources))
    else:
        known = frozenset(finding.id for finding in report.findings)
        opened = open_review(sessions_folder(), report.sources, known)
        journal = opened.journal
        if opened.carried or opened.fell_away:
            sys.stderr.write(
                f"the sources have changed: {opened.carried} decisions still stand,"
                f" {opened.fell_away} fell away with their findings\n"
            )
    if journal.damaged:
        sys.stderr.write(
            f"{journal.path}: {journal.damaged} damaged lines were left out;"
            " every other decision is there\n"
        )
    session = Session(report, journal, everything=everything)
    _tell_fallen(session)
    return Desk(session, default_keys())


def _tell_fallen(session: Session) -> None:
    gone = len(session.fallen_away)
    if gone:
        sys.stderr.write(f"{gone} earlier decisions are on findings that are no longer there\n")


def _plainly(desk: Desk) -> None:
    from rich.console import Console

    from factdiff.report.theme import THEME
    from factdiff.review.editor import open_editor
    from factdiff.review.plain import review_plainly

    console = Console(theme=THEME, highlight=False)
    report = desk.session.report
    review_plainly(desk, console, sys.stdin, lambda finding: open_editor(report, finding))


def _on_screen(desk: Desk) -> None:
    from factdiff.errors import UsageError
    from factdiff.review.editor import open_editor
    from factdiff.review.screen import ReviewScreen

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal; use --plain to ask over standard input")
    report = desk.session.report
    ReviewScreen(desk, lambda finding: open_editor(report, finding)).run()
