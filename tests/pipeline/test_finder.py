"""The name finder with weights drawn by chance, and what the document rules make of its scores."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from factdiff.pipeline import finder
from factdiff.pipeline.evidence import SCORES
from factdiff.pipeline.finder import NameFinder, best_tags
from factdiff.pipeline.word_table import word_table

LABELS = ["LOC", "ORG", "PERSON"]
COLUMNS = ["LOWER", "SHAPE", "PREFIX3"]
TEXT = "Ruth Oyelaran left Kano . " * 30


def weights(width: int = 8) -> dict[str, np.ndarray]:
    """Weights of three layers, the same at each call."""
    rng = np.random.default_rng(5)
    shapes = {f"column{i}": (50, 4) for i in range(len(COLUMNS) + 4)}
    shapes |= {"known.weight": (word_table().vectors.shape[1], 4), "known.bias": (4,)}
    shapes |= {"mix.weight": (4 * (len(COLUMNS) + 5), width), "mix.bias": (width,)}
    for number in range(2):
        shapes |= {f"layer{number}.weight": (3 * width, 16), f"layer{number}.bias": (16,)}
        shapes |= {f"layer{number}.back.weight": (16, width), f"layer{number}.back.bias": (width,)}
    for name in ("mix", "layer0", "layer1"):
        shapes |= {f"{name}.scale": (width,), f"{name}.shift": (width,)}
    shapes |= {"out.weight": (width, 7), "out.bias": (7,)}
    return {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


@pytest.fixture
def found() -> NameFinder:
    made = NameFinder(LABELS, COLUMNS, [1, 2])
    made.set_weights(weights())
    return made


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.floats(-9, 0), min_size=7, max_size=7), min_size=1, max_size=12))
def test_no_name_begins_in_its_middle(rows: list[list[float]]) -> None:
    tags = best_tags(np.array(rows, dtype=np.float32), finder._allowed(3))
    for before, tag in zip([0, *tags[:-1]], tags, strict=True):
        if tag and tag % 2 == 0:
            assert before in (tag - 1, tag)


def test_a_long_text_is_scored_like_a_short_one(
    found: NameFinder, blank: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc = blank.make_doc(TEXT)
    whole = found.scores(doc)
    monkeypatch.setattr(finder, "_AT_ONCE", 7)
    assert np.allclose(found.scores(doc), whole, atol=1e-4)


def test_scores_are_likelihoods(found: NameFinder, blank: Language) -> None:
    assert np.allclose(np.exp(found.scores(blank.make_doc(TEXT))).sum(axis=1), 1, atol=1e-4)


def test_stored_and_read_again(found: NameFinder, blank: Language, tmp_path: Path) -> None:
    found.to_disk(tmp_path / "ner")
    again = NameFinder(LABELS, COLUMNS, [1, 2]).from_disk(tmp_path / "ner")
    doc = blank.make_doc(TEXT)
    assert np.allclose(again.scores(doc), found.scores(doc), atol=0.1)  # half precision


def test_another_word_table_is_refused() -> None:
    with pytest.raises(ValueError, match="word table"):
        NameFinder(LABELS, COLUMNS, [1, 2], table="0" * 16)


def test_an_empty_document_has_no_names(found: NameFinder, blank: Language) -> None:
    assert found(blank.make_doc("")).ents == ()


def scored(nlp: Language, mentions: list[tuple[str, float]], sure: float = 0.5) -> Doc:
    """*Kano fell .* once for each mention, its kind with the likelihood given."""
    doc = nlp.make_doc("Kano fell . " * len(mentions))
    scores = np.full((len(doc), 7), 1e-4, dtype=np.float32)
    scores[:, 0] = sure
    spans = []
    for number, (label, likely) in enumerate(mentions):
        place = 3 * number
        scores[place] = (1 - likely) / 6
        scores[place, 1 + 2 * LABELS.index(label)] = likely
        spans.append(Span(doc, place, place + 1, label=label))
    doc.ents = spans
    doc.user_data[SCORES] = (LABELS, np.log(scores))
    return doc


def ruled(nlp: Language, doc: Doc) -> list[str]:
    """The kinds after the rules."""
    rules = nlp.create_pipe("factdiff_consistency")
    return [ent.label_ for ent in rules(doc).ents]  # type: ignore[operator]


def test_a_sure_mention_outweighs_unsure_ones(blank: Language) -> None:
    doc = scored(blank, [("ORG", 0.4), ("LOC", 0.98), ("ORG", 0.4)])
    assert ruled(blank, doc) == ["LOC", "LOC", "LOC"]


def test_a_sure_mention_keeps_its_kind(blank: Language) -> None:
    doc = scored(blank, [("ORG", 0.999999), ("LOC", 0.5)])
    assert ruled(blank, doc)[0] == "ORG"


def test_scores_leave_with_the_rules(blank: Language) -> None:
    doc = scored(blank, [("LOC", 0.9)])
    ruled(blank, doc)
    assert SCORES not in doc.user_data


def test_where_the_finder_is_sure_of_no_name_none_is_added(blank: Language) -> None:
    for sure, wanted in ((0.5, 2), (0.999, 1)):
        doc = scored(blank, [("LOC", 0.9), ("LOC", 0.9)], sure)
        _, scores = doc.user_data[SCORES]
        scores[3] = scores[4]  # the second mention as sure to be none as any other word
        doc.ents = doc.ents[:1]
        assert len(ruled(blank, doc)) == wanted
