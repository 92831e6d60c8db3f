"""Recall of person names by origin, on the sentences of `tests/quality/names_by_origin.tsv`."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from spacy.language import Language

_MARK = re.compile(r"\[([^\]]+)\]")


def recall_by_origin(nlp: Language, table: Path) -> dict[str, tuple[int, int]]:
    """For each origin how many of the bracketed names come out as PERSON, exactly, of how many.

    The last entry, `all`, adds them up.
    """
    lines = [x for x in table.read_text(encoding="utf8").splitlines() if not x.startswith("#")]
    result: dict[str, tuple[int, int]] = {}
    total = [0, 0]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        text, wanted = strip_marks(row["sentence"])
        found = {(ent.start_char, ent.end_char) for ent in nlp(text).ents if ent.label_ == "PERSON"}
        hits, count = result.get(row["origin"], (0, 0))
        right = len(wanted & found)
        result[row["origin"]] = (hits + right, count + len(wanted))
        total[0] += right
        total[1] += len(wanted)
    result["all"] = (total[0], total[1])
    return result


def strip_marks(sentence: str) -> tuple[str, set[tuple[int, int]]]:
    """The sentence without its brackets, and the character spans that they held."""
    spans = {
        (match.start() - 2 * number, match.end() - 2 - 2 * number)
        for number, match in enumerate(_MARK.finditer(sentence))
    }
    return _MARK.sub(r"\1", sentence), spans
