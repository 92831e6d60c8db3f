"""Our labels for the entities of foreign pipelines."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc, Span


@Language.factory("factdiff_labels", requires=["doc.ents"], assigns=["doc.ents"])
def create_labels(  # spaCy gives nlp and name
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
) -> Callable[[Doc], Doc]:
    """The component; it keeps nothing."""
    return map_labels


def map_labels(doc: Doc) -> Doc:
    """Rename the labels of `doc.ents` by `labels.tsv`; those that it does not name are dropped."""
    ours = label_map()
    doc.ents = [
        Span(doc, ent.start, ent.end, label=ours[ent.label_], kb_id=ent.kb_id)
        for ent in doc.ents
        if ours.get(ent.label_)
    ]
    return doc


@cache
def label_map() -> dict[str, str]:
    """Foreign label to our label, the empty string for those we leave out."""
    text = (files(__package__) / "labels.tsv").read_text(encoding="utf8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {row["label"]: row["ours"] or "" for row in csv.DictReader(lines, delimiter="\t")}
