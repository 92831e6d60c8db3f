"""The words of the domain, frozen, with no logic but their invariants.

A text goes one way: ``Source`` -> ``Claim`` -> ``Group`` -> ``Finding`` -> ``Report``.
Offsets count code points of ``Source.text``; ``source.text[claim.start:claim.end] == claim.text``.
"""

from __future__ import annotations

from factdiff.model.claim import Claim, Context, Evidence, Group
from factdiff.model.finding import Comparison, Finding, Judgement, Position, Suppression
from factdiff.model.report import Check, Report, Tool
from factdiff.model.source import Skipped, Source, Span
from factdiff.model.words import Kind, PlainValue, Severity, Value, Verdict

__all__ = [
    "Check",
    "Claim",
    "Comparison",
    "Context",
    "Evidence",
    "Finding",
    "Group",
    "Judgement",
    "Kind",
    "PlainValue",
    "Position",
    "Report",
    "Severity",
    "Skipped",
    "Source",
    "Span",
    "Suppression",
    "Tool",
    "Value",
    "Verdict",
]
