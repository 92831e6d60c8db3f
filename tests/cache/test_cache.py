"""Claims kept between runs: the same as read anew, and never trusted when damaged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factdiff.cache.claims import extract_with
from factdiff.cache.codec import UnknownShapeError, decode, encode
from factdiff.cache.key import key_of, pipeline_identity
from factdiff.cache.store import Store
from factdiff.diff import extract_report
from factdiff.model import Claim, Kind, PlainValue, Source, Span
from factdiff.read import source_from_text

ARTICLE = """\
PORT ELLERY, July 15, 2020 (Coastal Wire) -- A ferry with at least 4 crew members aboard ran \
aground on Tuesday, injuring some 12 of the 1.2 million Norwegians, about 40 percent, it said.
Captain Tomas Reijnen of the Harbor Police said the Harbor Safety Act had been followed. \
"We heard a long grinding noise under the deck," he said.
The repairs of the 30-metre ship will cost $3.5 million. The magnitude 6.1 quake struck at 4 p.m.
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "claims")


def articles() -> list[Source]:
    return [
        source_from_text(ARTICLE, name="a.txt"),
        source_from_text(ARTICLE.replace("Tuesday", "Monday"), name="b.txt"),
    ]


def refuse() -> Language:
    raise AssertionError("the pipeline is not needed")


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False)
    | st.decimals(allow_nan=False) | st.sampled_from(Kind)
    | st.builds(lambda start, length: Span(start, start + length), st.integers(0), st.integers(1))
    | st.builds(PlainValue, st.text()),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=12,
)  # fmt: skip


@given(PLAIN)
@settings(deadline=None, max_examples=100)
def test_codec_gives_back_what_it_was_given(value: object) -> None:
    assert decode(json.loads(json.dumps(encode(value)))) == value


@dataclass(frozen=True)
class Foreign:
    word: str


@pytest.mark.parametrize("value", [Foreign("x"), {"a": 1}, [1], Fraction(1, 3), {1}, object()])
def test_codec_refuses_other_shapes(value: object) -> None:
    with pytest.raises(UnknownShapeError):
        encode(value)


@pytest.mark.parametrize(
    "data",
    [
        {"!": "os:system", "v": "true"},
        {"!": "factdiff.model:Nothing"},
        {"!": "factdiff.nowhere:Kind", "v": "person"},
        {"!": "factdiff.model:Kind", "v": "dragon"},
        {"!": "factdiff.model:Span", "start": 1},
        {"!": "factdiff.model:Span", "start": 1, "end": 2, "more": 3},
        {"!": "factdiff.model:Span", "start": 3, "end": 1},
        {"!": "factdiff.diff:report_of"},
        {"!": "factdiff.cache.store:Store", "folder": "x"},
        {"start": 1, "end": 2},
        {},
    ],
)
def test_codec_refuses_foreign_data(data: object) -> None:
    with pytest.raises(UnknownShapeError):
        decode(data)


def test_second_run_needs_no_pipeline_and_says_the_same(nlp: Language, store: Store) -> None:
    fresh = extract_report(articles(), nlp=nlp)
    first = extract_with(articles(), model=None, load=lambda: nlp, store=store)
    second = extract_with(articles(), model=None, load=refuse, store=store)
    assert first == fresh
    assert second == fresh
    assert len({claim.kind for claim in fresh.claims}) >= 8


def test_ids_follow_the_order_of_this_run(nlp: Language, store: Store) -> None:
    extract_with(articles(), model=None, load=lambda: nlp, store=store)
    turned = extract_with(articles()[::-1], model=None, load=refuse, store=store)
    assert turned == extract_report(articles()[::-1], nlp=nlp)


def test_only_what_is_new_is_read(nlp: Language, store: Store) -> None:
    extract_with(articles()[:1], model=None, load=lambda: nlp, store=store)
    seen: list[str] = []
    extract_with(
        articles(),
        model=None,
        load=lambda: nlp,
        store=store,
        progress=lambda source: seen.append(source.name),
    )
    assert seen == ["b.txt"]


DAMAGE: list[Callable[[bytes], bytes]] = [
    lambda data: b"",
    lambda data: data[:-1],
    lambda data: data[: len(data) // 2],
    lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    lambda data: b"x" + data[1:],
    lambda data: data + data,
    lambda data: bytes(1000),
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_entries_are_read_anew(
    nlp: Language, store: Store, damage: Callable[[bytes], bytes]
) -> None:
    source = source_from_text("Mayor Ann Lind spoke on July 9, 2020.", name="a.txt")
    fresh = extract_with([source], model=None, load=lambda: nlp, store=store)
    (entry,) = store.folder.rglob("*.claims")
    entry.write_bytes(damage(entry.read_bytes()))
    with pytest.raises(AssertionError, match="not needed"):
        extract_with([source], model=None, load=refuse, store=store)
    assert extract_with([source], model=None, load=lambda: nlp, store=store) == fresh
    assert extract_with([source], model=None, load=refuse, store=store) == fresh


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pipeline": "x", "claims": [7]}', "[" * 99_999])
def test_wellformed_nonsense_is_read_anew(nlp: Language, store: Store, text: str) -> None:
    source = source_from_text("Mayor Ann Lind spoke on July 9, 2020.", name="a.txt")
    key = key_of(replace(source, id="A"), pipeline_identity(None) or "")
    store.put(key, text)
    assert store.get(key) == text
    with pytest.raises(AssertionError, match="not needed"):
        extract_with([source], model=None, load=refuse, store=store)


@pytest.mark.parametrize(
    "change", [{"text": "x"}, {"published": "2020"}, {"title": "x"}, {"headline": Span(0, 1)}]
)
def test_key_depends_on_all_that_claims_depend_on(change: dict) -> None:
    source = articles()[0]
    assert key_of(source, "p") == key_of(replace(source, name="other", path="x"), "p")
    assert key_of(source, "p") != key_of(replace(source, **change), "p")
    assert key_of(source, "p") != key_of(source, "q")


def test_unknown_pipelines_are_not_kept(nlp: Language, store: Store) -> None:
    assert pipeline_identity("no_such_pipeline") is None
    extract_with(articles(), model="no_such_pipeline", load=lambda: nlp, store=store)
    assert not store.folder.exists()


def test_bounded_the_oldest_go_first(tmp_path: Path) -> None:
    store = Store(tmp_path, bound=700)
    for number in range(6):
        key = f"{number:064d}"
        store.put(key, os.urandom(80).hex())
        os.utime(store._path(key), (number, number))
    assert store.get(f"{0:064d}") is not None  # used just now
    store.prune()
    left = [number for number in range(6) if store.get(f"{number:064d}") is not None]
    assert 0 in left
    assert 5 in left
    assert 1 not in left
    assert sum(path.stat().st_size for path in tmp_path.rglob("*.claims")) <= 700
    assert store.clear() == len(left)
    assert store.clear() == 0


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    store = Store(blocked / "claims")
    store.put("ab" * 32, "text")
    store.prune()
    assert store.get("ab" * 32) is None


def test_claims_are_kept_from_others(nlp: Language, store: Store) -> None:
    extract_with(articles(), model=None, load=lambda: nlp, store=store)
    assert store.folder.stat().st_mode & 0o077 == 0


def test_second_command_imports_no_spacy(tmp_path: Path) -> None:
    for name, day in (("a.txt", "Tuesday"), ("b.txt", "Monday")):
        (tmp_path / name).write_text(ARTICLE.replace("Tuesday", day), encoding="utf-8")
    code = (
        "import sys; from factdiff.cli.app import run; status = run(['compare', 'a.txt', 'b.txt']);"
        "sys.stderr.write(str('spacy' in sys.modules));"
        "sys.exit(status)"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    assert [done.stderr for done in runs] == ["True", "False"]
    assert runs[0].stdout == runs[1].stdout


def test_claims_have_no_values_that_the_codec_refuses(nlp: Language) -> None:
    for claim in extract_report(articles(), nlp=nlp).claims:
        assert decode(json.loads(json.dumps(encode(claim)))) == claim
        assert isinstance(claim, Claim)
    assert decode(encode(Decimal("1.50"))) == Decimal("1.50")
