"""What to say about a word that nobody knows: the nearest one that is known."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from factdiff.report.clean import clean


def unknown(where: str, word: str, known: Sequence[str]) -> str:
    """``--fail-on: 'conflct' is unknown; did you mean conflict?``, or all that is known."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    advice = f"did you mean {near[0]}?" if near else f"choose from {', '.join(known)}"
    return f"{where}: '{clean(word)}' is unknown; {advice}"
