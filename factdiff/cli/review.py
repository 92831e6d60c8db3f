"""``factdiff review``: step through the findings and decide, one key each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factdiff.cli.help import DECISIONS, OUTPUT
from factdiff.cli.options import (
    Loudness,
    Model,
    NoCache,
    Published,
    loudness,
    model_of,
    project_policy,
    quiet_option,
    read_sources,
    tell,
)

if TYPE_CHECKING:
    from factdiff.model import Report
    from factdiff.policy.policy import Policy
    from factdiff.review.desk import Desk
    from factdiff.review.journal import Journal
    from factdiff.review.keys import Key

Reviewed = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Two articles or more as for compare (text, Markdown, HTML, an http(s) address), or"
        " one report written with --format json.",
    ),
]
Plain = Annotated[
    bool,
    typer.Option(
        "--plain",
        help="Ask over standard input and output, one line a decision: for screen readers,"
        " scripts and terminals that cannot draw.",
        rich_help_panel=DECISIONS,
    ),
]
Batch = Annotated[
    bool,
    typer.Option(
        "--batch",
        help="Ask nothing: only replay and export what was decided.",
        rich_help_panel=DECISIONS,
    ),
]
Everything = Annotated[
    bool,
    typer.Option(
        "--all",
        help="Also step through agreements and one-source facts.",
        rich_help_panel=DECISIONS,
    ),
]
Export = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Write what was decided, by suffix: .md a memo, .json the decisions, .baseline.json a"
        " baseline for check, .aliases.toml spellings for the policy file; repeat it for several.",
        rich_help_panel=OUTPUT,
    ),
]
Replay = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Apply the decisions in this file first, written with --export FILE.json.",
        rich_help_panel=DECISIONS,
    ),
]
Kept = Annotated[
    Path | None,
    typer.Option(
        "--session",
        metavar="FILE",
        help="Keep the decisions in this file, not in your home.",
        rich_help_panel=DECISIONS,
    ),
]
Quiet = Annotated[bool, quiet_option("Tell nothing beside the findings")]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="Tell on standard error which policy holds, how each source was read, and where the"
        " decisions are kept.",
        rich_help_panel=OUTPUT,
    ),
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
    quiet: Quiet = False,
    verbose: Verbose = False,
    model: Model = None,
    no_cache: NoCache = False,
) -> None:
    """Step through the findings and decide, one key each.

    Every decision is on disk before the next finding is shown: stop at any time, and come back
    with the same command.

    \b
    Examples:
      factdiff review npr.txt upi.txt
      factdiff review npr.txt upi.txt --plain
      factdiff review report.json --export memo.md --export accepted.baseline.json
      factdiff review a.txt b.txt --batch --replay memo.json --export memo.md
    """
    from factdiff.cli.output import check_target
    from factdiff.review.files import check_exports, replay_file, write_exports

    check_exports(export or ())
    for path in export or ():
        check_target(path)
    loud = loudness(quiet, verbose)
    policy = project_policy(loud).over({"model": model})
    keys = _keys(policy)
    report = _report(sources, published, policy, no_cache, loud)
    desk = _desk(report, session, everything, keys, loud)
    if replay is not None:
        _remark(replay_file(desk.session, replay), loud)
    if plain:
        _plainly(desk)
    elif not batch:
        _on_screen(desk)
    write_exports(desk.session, export or ())


def _keys(policy: Policy) -> tuple[Key, ...]:
    from factdiff.review.keys import keys_with

    given = policy.value("review")
    changes = given.get("keys", {}) if isinstance(given, dict) else {}
    return keys_with(changes)


def _report(
    sources: list[str],
    published: list[str] | None,
    policy: Policy,
    no_cache: bool,
    loud: Loudness,
) -> Report:
    if len(sources) == 1 and sources[0].endswith(".json"):
        from factdiff.report.load import load_report

        return load_report(Path(sources[0]))
    from factdiff.cli.claims import read_claims
    from factdiff.diff import report_of
    from factdiff.errors import UsageError

    if len(sources) < 2:
        raise UsageError("review needs at least two sources, or one report written as JSON")
    read = read_claims(read_sources(sources, published), model_of(policy), not no_cache, loud)
    return report_of(read.tool, read.sources, read.claims, policy.rules().settings)


def _desk(
    report: Report, kept: Path | None, everything: bool, keys: tuple[Key, ...], loud: Loudness
) -> Desk:
    from factdiff.review.desk import Desk
    from factdiff.review.session import Session

    session = Session(report, _journal(report, kept, loud), everything=everything)
    gone = len(session.fallen_away)
    if gone:
        are = "decision is on a finding" if gone == 1 else "decisions are on findings"
        _remark(f"{gone} earlier {are} no longer there", loud)
    return Desk(session, keys)


def _journal(report: Report, kept: Path | None, loud: Loudness) -> Journal:
    from factdiff.review.journal import open_journal
    from factdiff.review.store import open_review, reviewed, sessions_folder

    if kept is not None:
        journal = open_journal(kept, reviewed(report.sources))
    else:
        known = frozenset(finding.id for finding in report.findings)
        opened = open_review(sessions_folder(), report.sources, known)
        journal = opened.journal
        if opened.carried or opened.fell_away:
            _remark(
                f"the sources have changed: decisions that still stand {opened.carried},"
                f" fallen away with their findings {opened.fell_away}",
                loud,
            )
    if journal.damaged:
        # never kept quiet: somebody's work was harmed
        tell(
            f"{journal.path}: damaged lines left out {journal.damaged};"
            " every other decision is there"
        )
    if loud is Loudness.VERBOSE:
        tell(f"decisions are kept in {journal.path}")
    return journal


def _remark(words: str, loud: Loudness) -> None:
    if loud is not Loudness.QUIET:
        tell(words)


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
