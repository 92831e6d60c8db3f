"""Articles for the tests of this room, read without a trained pipeline."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import spacy

from factdiff.alignment import Alignment
from factdiff.kinds.claiming import claims_of, set_source
from factdiff.kinds.laws import judge, match
from factdiff.kinds.laws.find import create
from factdiff.model import Claim, Judgement, Source
from factdiff.settings import DEFAULTS

CASES = Path(__file__).parents[2] / "cases" / "laws"
NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")
FIND = create(NLP, "factdiff_laws")


def rows(name: str) -> list[dict[str, str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("#")]
    return list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))


def claims(text: str, source: str = "A") -> list[Claim]:
    doc = NLP(text)
    set_source(doc, Source(name=source, text=text, sha256=""))
    found = claims_of(FIND(doc))
    return [replace(c, id=f"{source}{n}", source=source) for n, c in enumerate(found, start=1)]


def judgements(*texts: str) -> list[Judgement]:
    found = [c for source, text in zip("ABCDEF", texts, strict=False) for c in claims(text, source)]
    groups = match(found, Alignment(), DEFAULTS)
    assert sorted(c.id for g in groups for c in g.claims) == sorted(c.id for c in found)
    return sorted((judge(g, Alignment(), DEFAULTS) for g in groups), key=lambda j: j.verdict.rank)
