"""Loading: the bundled pipeline, a foreign one, and what is said where neither will do."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from factdiff.errors import ModelError
from factdiff.pipeline import CLAIM_COMPONENTS, load_pipeline
from factdiff.pipeline.labels import label_map
from factdiff.pipeline.load import MODEL_PATH

FOREIGN = [
    ("Jane Doe", "PERSON"),
    ("Paris", "GPE"),
    ("Lake Geneva", "LOC"),
    ("Gatwick Terminal", "FAC"),
    ("Acme Works", "ORG"),
    ("Magnitsky Act", "LAW"),
    ("Olympic Games", "EVENT"),
    ("Guernica", "WORK_OF_ART"),
    ("iPhone", "PRODUCT"),
    ("Thursday", "DATE"),
    ("four", "CARDINAL"),
    ("Zoroastrians", "NORP"),
]


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small pipeline with the labels of the public English ones, as a directory."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": text} for text, label in FOREIGN])  # type: ignore[attr-defined]
    path = tmp_path_factory.mktemp("foreign") / "en_other"
    nlp.to_disk(path)
    return path


@pytest.mark.parametrize(("text", "label"), FOREIGN, ids=[label for _, label in FOREIGN])
def test_foreign_labels_become_ours(foreign: Path, text: str, label: str) -> None:
    nlp = load_pipeline(str(foreign), claims=False)
    found = [(ent.text, ent.label_) for ent in nlp(f"They saw {text} there.").ents]
    ours = label_map()[label]
    assert found == ([(text, ours)] if ours else [])


def test_a_foreign_pipeline_gets_our_rules_and_sentences(foreign: Path) -> None:
    nlp = load_pipeline(str(foreign), claims=False)
    doc = nlp("Jane Doe left Iraq. Then Doe slept.")
    assert [ent.text for ent in doc.ents] == ["Jane Doe", "Iraq", "Doe"]
    assert len(list(doc.sents)) == 2


def test_claim_components_come_last_and_in_order(foreign: Path) -> None:
    names = load_pipeline(str(foreign)).pipe_names
    assert tuple(names[-len(CLAIM_COMPONENTS) :]) == CLAIM_COMPONENTS
    bare = load_pipeline(str(foreign), claims=False).pipe_names
    assert not set(bare) & set(CLAIM_COMPONENTS)


def test_a_missing_pipeline_says_what_to_do() -> None:
    with pytest.raises(ModelError) as caught:
        load_pipeline("en_core_web_none")
    message = str(caught.value)
    assert "\n" not in message
    assert "'en_core_web_none'" in message
    assert "spacy download" in message


def test_a_headline_ends_with_its_line_in_a_foreign_pipeline(foreign: Path) -> None:
    doc = load_pipeline(str(foreign), claims=False)("Nine die in crash\n\nThe bus fell.")
    assert [sent.text.strip() for sent in doc.sents] == ["Nine die in crash", "The bus fell."]


def test_a_pipeline_for_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(ModelError, match="reads English"):
        load_pipeline(str(tmp_path / "german"))


def test_a_directory_that_is_no_pipeline_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        load_pipeline(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_a_pipeline_that_does_not_fit_is_one_line(foreign: Path, tmp_path: Path) -> None:
    nlp = spacy.load(foreign)
    nlp.to_disk(tmp_path / "odd")
    config = tmp_path / "odd" / "config.cfg"
    text = config.read_text(encoding="utf8")
    config.write_text(text.replace('factory = "entity_ruler"', 'factory = "none_such"'), "utf8")
    with pytest.raises(ModelError) as caught:
        load_pipeline(str(tmp_path / "odd"))
    assert "\n" not in str(caught.value)
    assert "does not fit" in str(caught.value)


def test_the_bundled_pipeline_refuses_another_word_table(tmp_path: Path) -> None:
    other = tmp_path / "en_factdiff_news"
    shutil.copytree(MODEL_PATH, other)
    config = other / "config.cfg"
    text = config.read_text(encoding="utf8")
    config.write_text(re.sub(r'table = "[0-9a-f]{16}"', 'table = "0000000000000000"', text), "utf8")
    with pytest.raises(ModelError, match="word table"):
        load_pipeline(str(other))


def test_the_bundled_pipeline_loads_with_plain_spacy() -> None:
    code = (
        "import sys, spacy; nlp = spacy.load(sys.argv[1]);"
        "print(*[f'{e.text}={e.label_}' for e in nlp('Barack Obama left Iraq.').ents], sep=';');"
        "print('torch' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(MODEL_PATH)], capture_output=True, text=True, check=True
    )
    assert run.stdout.split("\n")[:2] == ["Barack Obama=PERSON;Iraq=LOC", "False"]


def test_importing_the_package_does_not_import_spacy() -> None:
    code = "import sys, factdiff.pipeline; print('spacy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_the_stored_meta_names_data_and_licences() -> None:
    meta = json.loads((MODEL_PATH / "meta.json").read_text(encoding="utf8"))
    assert (meta["lang"], meta["name"], meta["version"]) == ("en", "factdiff_news", "0.1.0")
    assert all(source["licence"] for source in meta["sources"])
    assert all(len(digest) == 64 for digest in meta["data"].values())
    assert meta["performance"]["names"]["mean"] > 0
