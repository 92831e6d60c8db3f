"""Compare what news articles state: names, roles, dates, quantities, laws, quotes.

Importing this package does no work and loads no model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from factdiff.diff import compare_sources, extract_claims
    from factdiff.errors import FactdiffError, InputError, ModelError, OutputError, UsageError
    from factdiff.kinds.names import NameComparison, compare_names
    from factdiff.model import (
        Claim,
        Finding,
        Kind,
        Position,
        Report,
        Severity,
        Source,
        Span,
        Verdict,
    )
    from factdiff.pipeline import load_pipeline
    from factdiff.read import read_source
    from factdiff.settings import Settings

__all__ = [
    "Claim",
    "FactdiffError",
    "Finding",
    "InputError",
    "Kind",
    "ModelError",
    "NameComparison",
    "OutputError",
    "Position",
    "Report",
    "Settings",
    "Severity",
    "Source",
    "Span",
    "UsageError",
    "Verdict",
    "compare_names",
    "compare_sources",
    "extract_claims",
    "load_pipeline",
    "read_source",
]

_HOMES = {
    "factdiff.diff": ("compare_sources", "extract_claims"),
    "factdiff.errors": ("FactdiffError", "InputError", "ModelError", "OutputError", "UsageError"),
    "factdiff.kinds.names": ("NameComparison", "compare_names"),
    "factdiff.model": (
        "Claim",
        "Finding",
        "Kind",
        "Position",
        "Report",
        "Severity",
        "Source",
        "Span",
        "Verdict",
    ),
    "factdiff.pipeline": ("load_pipeline",),
    "factdiff.read": ("read_source",),
    "factdiff.settings": ("Settings",),
}


def __getattr__(name: str) -> object:
    """Fetch a public name from its module on first use (PEP 562), so that importing is cheap."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
