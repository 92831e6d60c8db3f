"""A report read back from its JSON, with no pipeline: values come back as their words."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from factdiff.errors import InputError
from factdiff.model import (
    Check,
    Claim,
    Context,
    Evidence,
    Finding,
    Kind,
    PlainValue,
    Position,
    Report,
    Severity,
    Skipped,
    Source,
    Span,
    Suppression,
    Tool,
    Verdict,
)
from factdiff.report.json import SCHEMA


def load_report(path: str | os.PathLike[str]) -> Report:
    """The report that ``--format json`` wrote to this file.

    Raises ``InputError`` for a file that cannot be read, is not JSON, or is not such a report;
    reports written by hand after the schema alone are read too, with sources without a text.
    """
    where = os.fspath(path)
    try:
        text = Path(path).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"{where}: no such file; check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise InputError(f"{where} cannot be read as a report: {reason}") from None
    return parse_report(text, where)


def parse_report(text: str, where: str) -> Report:
    """The report in a JSON text; ``where`` names it in messages."""
    advice = "give a file written with --format json"
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError(f"{where} is not JSON; {advice}") from None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise InputError(f"{where} is not a {SCHEMA} report; {advice}")
    try:
        report = _report(document)
        _check_references(report)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise InputError(f"{where} is a damaged report ({reason}); {advice}") from None
    return report


def _report(document: dict[str, Any]) -> Report:
    tool = document["tool"]
    return Report(
        tool=Tool(version=str(tool["version"]), pipeline=str(tool["pipeline"])),
        sources=tuple(_source(entry) for entry in document["sources"]),
        claims=tuple(_claim(entry) for entry in document["claims"]),
        findings=tuple(_finding(entry) for entry in document["findings"]),
        notes=_strings(document.get("notes", ())),
        checks=tuple(
            Check(str(entry["id"]), _strings(entry["against"]))
            for entry in document["sources"]
            if entry.get("against")
        ),
    )


def _source(entry: dict[str, Any]) -> Source:
    return Source(
        name=str(entry["name"]),
        text=str(entry.get("text", "")),
        sha256=str(entry["sha256"]),
        id=str(entry["id"]),
        path=_word(entry["path"]),
        published=_word(entry["published"]),
        title=_word(entry["title"]),
        headline=_span(entry.get("headline")),
        dateline=_span(entry.get("dateline")),
        skipped=tuple(
            Skipped(int(s["start"]), int(s["end"]), str(s["reason"])) for s in entry["skipped"]
        ),
        notes=_strings(entry.get("notes", ())),
    )


def _claim(entry: dict[str, Any]) -> Claim:
    return Claim(
        kind=Kind(entry["kind"]),
        text=str(entry["text"]),
        start=int(entry["start"]),
        end=int(entry["end"]),
        line=int(entry["line"]),
        column=int(entry["column"]),
        sentence=Span(int(entry["sentence"]["start"]), int(entry["sentence"]["end"])),
        value=PlainValue(str(entry["value"])),
        id=str(entry["id"]),
        source=str(entry["source"]),
        subject=_word(entry.get("subject")),
        attribution=_word(entry.get("attribution")),
        context=Context(
            negated=bool(entry.get("negated")),
            quoted=bool(entry.get("quoted")),
            headline=bool(entry.get("headline")),
        ),
    )


def _finding(entry: dict[str, Any]) -> Finding:
    return Finding(
        id=str(entry["id"]),
        kind=Kind(entry["kind"]),
        verdict=Verdict(entry["verdict"]),
        subject=str(entry["subject"]),
        severity=Severity(entry["severity"]),
        confidence=float(entry["confidence"]),
        message=str(entry["message"]),
        positions=tuple(
            Position(
                str(p["display"]),
                _strings(p["sources"]),
                _strings(p["claims"]),
                tuple(_strings(voices) for voices in p.get("copied", ())),
            )
            for p in entry["positions"]
        ),
        evidence=_evidence(entry.get("evidence", ())),
        rejected=_evidence(entry.get("rejected", ())),
        internal=bool(entry.get("internal", False)),
        suppression=_suppression(entry.get("suppressed")),
    )


def _suppression(entry: dict[str, Any] | None) -> Suppression | None:
    return None if entry is None else Suppression(str(entry["by"]), str(entry["reason"]))


def _evidence(entries: Iterable[dict[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(str(e["feature"]), float(e["weight"]), str(e["reason"])) for e in entries)


def _span(entry: dict[str, Any] | None) -> Span | None:
    return None if entry is None else Span(int(entry["start"]), int(entry["end"]))


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def _strings(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


def _check_references(report: Report) -> None:
    """Every position names claims and sources that the report holds."""
    claims = {claim.id for claim in report.claims}
    sources = {source.id for source in report.sources}
    unknown = {claim.source for claim in report.claims} - sources
    for finding in report.findings:
        if not finding.positions:
            raise ValueError(f"finding {finding.id} has no position")
        for position in finding.positions:
            if not position.claims or not position.sources:
                raise ValueError(f"a position of finding {finding.id} is empty")
            unknown |= set(position.claims) - claims | set(position.sources) - sources
    if unknown:
        raise ValueError(f"{min(unknown)} is named and nowhere described")
