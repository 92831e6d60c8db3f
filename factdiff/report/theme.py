"""How verdicts look: a sign for everyone, a style for those who see colours.

Colour never carries meaning alone: every style here goes with a sign or a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rich.theme import Theme

from factdiff.model import Verdict

SIGNS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.CONFLICT: "✗",
        Verdict.VARIANT: "~",
        Verdict.COMPATIBLE: "≈",
        Verdict.AGREE: "=",
        Verdict.SINGLE: "·",
    }
)

THEME = Theme(
    {
        "factdiff.title": "bold",
        "factdiff.conflict": "bold red",
        "factdiff.variant": "yellow",
        "factdiff.compatible": "cyan",
        "factdiff.agree": "green",
        "factdiff.single": "dim",
        "factdiff.kind": "dim",
        "factdiff.subject": "bold",
        "factdiff.confidence": "dim",
        "factdiff.place": "blue",
        "factdiff.around": "none",
        "factdiff.claim": "bold",
        "factdiff.differs": "bold underline",
        "factdiff.mark": "dim",
        "factdiff.reason": "italic",
        "factdiff.note": "dim",
    }
)


def style(name: str) -> str:
    """The theme's name for a verdict, a part of an excerpt or a part of the page."""
    return f"factdiff.{name}"
