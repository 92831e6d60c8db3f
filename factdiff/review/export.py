"""What a review leaves behind: a memo of corrections, a record, a baseline, aliases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from factdiff.errors import InputError, UsageError
from factdiff.model import Claim, Finding, Report, Verdict
from factdiff.report.lookup import headline
from factdiff.review.decisions import Choice, Decision
from factdiff.review.session import Session

SCHEMA = "factdiff.decisions/1"
ACCEPTED = (Choice.BOTH, Choice.FALSE_ALARM)


def decisions_json(session: Session) -> dict[str, object]:
    """The decisions as one JSON document, with enough of each finding to be read on its own."""
    held = session.decisions
    return {
        "schema": SCHEMA,
        "sources": [asdict(source) for source in session.journal.sources],
        "decisions": [
            {
                **{name: value for name, value in asdict(held[f.id]).items() if value is not None},
                "kind": str(f.kind),
                "verdict": str(f.verdict),
                "subject": f.subject,
            }
            for f in session.report.findings
            if f.id in held
        ],
    }


def replay(session: Session, document: Mapping[str, object]) -> tuple[int, list[str]]:
    """Apply decisions from ``decisions_json`` to this session's report.

    Returns how many were applied and the ids whose findings are not in the report. Raises
    ``InputError`` for a document of another schema.
    """
    rows = document.get("decisions")
    if document.get("schema") != SCHEMA or not isinstance(rows, list):
        raise InputError(f"not a {SCHEMA} document; write one with --export decisions.json")
    findings = {finding.id: finding for finding in session.report.findings}
    gone, applied = [], 0
    for row in rows:
        finding = findings.get(row["finding"])
        if finding is None:
            gone.append(str(row["finding"]))
            continue
        _apply(session, finding, row)
        applied += 1
    return applied, gone


def _apply(session: Session, finding: Finding, row: Mapping[str, str]) -> None:
    if "choice" not in row:
        session.note(finding, row.get("note", ""))
        return
    displays = [position.display for position in finding.positions]
    right = row.get("position")
    if right is not None and right not in displays:
        raise UsageError(f"finding {finding.id} has no position {right!r}")
    at = None if right is None else displays.index(right)
    session.decide(finding, Choice(row["choice"]), at, row.get("note"))


def memo(session: Session) -> str:
    """A corrections memo in Markdown: what to change where, with the evidence and the notes."""
    held = session.decisions
    parts = ["# Corrections memo", "", _sources(session.report), "", f"{session.progress()}.", ""]
    for title, choice in (
        ("To correct", Choice.POSITION),
        ("To call about", Choice.CALL),
        ("Both may stand", Choice.BOTH),
        ("False alarms", Choice.FALSE_ALARM),
    ):
        mine = [f for f in session.findings if f.id in held and held[f.id].choice is choice]
        if mine:
            parts += [f"## {title}", ""]
            parts += [_entry(session.report, f, held[f.id]) for f in mine]
    undecided = [f for f in session.findings if f.id not in held or held[f.id].choice is None]
    if undecided:
        parts += ["## Not decided", ""]
        parts += [f"- {plain(headline(f))} ({f.kind}, {f.verdict})" for f in undecided] + [""]
    return "\n".join(parts)


def _sources(report: Report) -> str:
    rows = [
        f"- **{s.id}** {plain(s.name)}" + (f", published {s.published}" if s.published else "")
        for s in report.sources
    ]
    return "\n".join(rows)


def _entry(report: Report, finding: Finding, decision: Decision) -> str:
    names = {source.id: source.name for source in report.sources}
    claims = {claim.id: claim for claim in report.claims}
    lines = [f"### {plain(headline(finding))} ({finding.kind})", "", plain(finding.message), ""]
    for position in finding.positions:
        right = decision.choice is Choice.POSITION and position.display == decision.position
        mark = "right" if right else "change" if decision.choice is Choice.POSITION else "says"
        for source in position.sources:
            claim = next(claims[i] for i in position.claims if claims[i].source == source)
            text = _evidence(report, claim)
            lines.append(f"- {mark}: {plain(names[source])}, line {claim.line}: {text}")
            if mark == "change":
                lines.append(f"  - to: **{plain(decision.position or '')}**")
    if decision.note:
        lines += ["", f"Note: {plain(decision.note)}"]
    return "\n".join([*lines, ""])


def _evidence(report: Report, claim: Claim) -> str:
    text = next(source.text for source in report.sources if source.id == claim.source)
    before = text[claim.sentence.start : claim.start]
    after = text[claim.end : claim.sentence.end]
    return f"{plain(before)}**{plain(claim.text)}**{plain(after)}"


def aliases(session: Session) -> list[tuple[str, ...]]:
    """Spellings that the reviewer lets stand side by side: confirmed variants of names."""
    held = session.decisions
    return [
        tuple(position.display for position in f.positions)
        for f in session.findings
        if f.verdict is Verdict.VARIANT and f.id in held and held[f.id].choice is Choice.BOTH
    ]


def accepted(session: Session) -> list[tuple[Finding, Decision]]:
    """The findings that ``check`` need not report again: both stand, or a false alarm."""
    held = session.decisions
    return [
        (f, held[f.id]) for f in session.findings if f.id in held and held[f.id].choice in ACCEPTED
    ]


def plain(words: str) -> str:
    """Article text as Markdown text: one line, nothing in it is markup."""
    line = " ".join(words.split())
    kept = "".join(c for c in line if c.isprintable())
    edge = (" " if words[:1].isspace() else ""), (" " if words[-1:].isspace() else "")
    escaped = "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!" else c for c in kept)
    return f"{edge[0]}{escaped}{edge[1]}"
