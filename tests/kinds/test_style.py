"""House style for names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factdiff.kinds.style import joined, styled
from factdiff.model import Finding, Group, Kind, Severity, Verdict
from factdiff.settings import DEFAULTS, SEVERITIES, Alias
from tests.report.made import Maker, source

REQUIRED = Alias("Uyghurs", ("Uighurs",))
ACCEPTED = Alias("Uyghurs", ("Uighurs",), accept=True)


def with_style(make: Maker, finding: Finding, alias: Alias, draft: str | None = "A") -> Finding:
    settings = replace(DEFAULTS, aliases=(alias,))
    sources = {source.id: source for source in make.sources}
    claims = {claim.id: claim for claim in make.claims}
    return styled([finding], sources, claims, settings, draft)[0]


@pytest.mark.parametrize(
    ("draft", "wire", "found", "alias", "verdict"),
    [
        # the draft has the spelling that house style does not have
        ("Uighurs", "Uyghurs", Verdict.VARIANT, REQUIRED, Verdict.VARIANT),
        ("Uighurs", "Uighurs", Verdict.AGREE, REQUIRED, Verdict.VARIANT),
        ("Uighurs", None, Verdict.SINGLE, REQUIRED, Verdict.VARIANT),
        # the draft has the required one: the sources may write as they like
        ("Uyghurs", "Uighurs", Verdict.VARIANT, REQUIRED, Verdict.AGREE),
        ("Uyghurs", "Uighurs", Verdict.CONFLICT, REQUIRED, Verdict.AGREE),
        # both are accepted
        ("Uighurs", "Uyghurs", Verdict.VARIANT, ACCEPTED, Verdict.AGREE),
        # a third spelling is still a finding, and a conflict is not made small
        ("Uyghurs", "Uygurs", Verdict.VARIANT, REQUIRED, Verdict.VARIANT),
        ("Uighurs", "Uygurs", Verdict.CONFLICT, REQUIRED, Verdict.CONFLICT),
        # other names are none of its business
        ("Kazakhs", "Kazaks", Verdict.VARIANT, REQUIRED, Verdict.VARIANT),
        ("Kazakhs", None, Verdict.SINGLE, ACCEPTED, Verdict.SINGLE),
    ],
)
def test_styled(
    draft: str, wire: str | None, found: Verdict, alias: Alias, verdict: Verdict
) -> None:
    make = Maker(source("d.md", f"The {draft} spoke."), source("w.txt", f"The {wire} spoke."))
    said = [[make.claim("A", Kind.GROUP, draft)]]
    if wire is not None:
        said.append([make.claim("B", Kind.GROUP, wire)])
    finding = make.finding(found, draft, "As it was.", *said)
    judged = with_style(make, finding, alias)
    assert judged.verdict is verdict
    assert judged.id == finding.id
    if judged.verdict is not found:
        assert "House style" in judged.message
        assert judged.severity is SEVERITIES[verdict]


@pytest.mark.parametrize(
    ("one", "two", "alias", "verdict", "message"),
    [
        ("Uighurs", "Uyghurs", REQUIRED, Verdict.VARIANT, "a.txt has Uighurs."),
        ("Uighurs", "Uighurs", REQUIRED, Verdict.VARIANT, "a.txt has Uighurs, b.txt Uighurs."),
        ("Uyghurs", "Uyghurs", REQUIRED, Verdict.AGREE, "As it was."),
        ("Uighurs", "Uyghurs", ACCEPTED, Verdict.AGREE, "Uyghurs, Uighurs."),
    ],
)
def test_between_equals_every_source_is_asked(
    one: str, two: str, alias: Alias, verdict: Verdict, message: str
) -> None:
    make = Maker(source("a.txt", f"The {one} spoke."), source("b.txt", f"The {two} spoke."))
    found = Verdict.AGREE if one == two else Verdict.CONFLICT
    said = [[make.claim("A", Kind.GROUP, one)], [make.claim("B", Kind.GROUP, two)]]
    judged = with_style(make, make.finding(found, one, "As it was.", *said), alias, None)
    assert judged.verdict is verdict
    assert judged.message.endswith(message)


def test_the_wrong_spelling_is_pointed_at_where_the_right_one_stands_beside_it() -> None:
    make = Maker(source("d.md", "The Uyghurs spoke. Uighurs heard it."), source("w.txt", "Uyghurs"))
    right = make.claim("A", Kind.GROUP, "Uyghurs")
    wrong = make.claim("A", Kind.GROUP, "Uighurs", "Uyghurs")
    theirs = make.claim("B", Kind.GROUP, "Uyghurs")
    finding = make.finding(Verdict.AGREE, "Uyghurs", "Equal.", [right, wrong, theirs])
    judged = with_style(make, finding, REQUIRED)
    assert [(p.display, p.sources, p.claims) for p in judged.positions] == [
        ("Uighurs", ("A",), (wrong.id,)),
        ("Uyghurs", ("A", "B"), (right.id, theirs.id)),
    ]


@pytest.mark.parametrize(
    ("words", "spelling"),
    [
        ("Uighurs", "Uighur"),
        ("the Uighurs", "Uighur"),
        ("UIGHUR’s", "Uighur"),
        ("Uyghur", "Uyghur"),
        ("Uygur", None),
        ("World Uighur Congress", None),
    ],
)
def test_plurals_and_possessives_are_the_same_spelling(words: str, spelling: str | None) -> None:
    assert Alias("Uyghur", ("Uighur",)).spelling(words) == spelling


def test_a_family_name_is_found_behind_given_names() -> None:
    alias = Alias("Zelenskyy", ("Zelensky",))
    assert alias.spelling("Volodymyr Zelensky") is None
    assert alias.spelling("Volodymyr Zelensky", ends=True) == "Zelensky"
    make = Maker(source("d.md", "Volodymyr Zelensky spoke."), source("w.txt", "Zelenskyy"))
    mine = make.claim("A", Kind.PERSON, "Volodymyr Zelensky")
    finding = make.finding(Verdict.SINGLE, "Volodymyr Zelensky", "Alone.", [mine])
    assert with_style(make, finding, alias).verdict is Verdict.VARIANT


def test_names_of_one_alias_are_one_group() -> None:
    make = Maker(source("a.txt", "In Burma, in Laos."), source("b.txt", "In Myanmar."))
    groups = [
        Group(Kind.PLACE, (make.claim("A", Kind.PLACE, "Burma"),), 0.9),
        Group(Kind.PLACE, (make.claim("A", Kind.PLACE, "Laos"),), 0.9),
        Group(Kind.PLACE, (make.claim("B", Kind.PLACE, "Myanmar"),), 0.9),
    ]
    settings = replace(DEFAULTS, aliases=(Alias("Myanmar", ("Burma",)),))
    first, second = joined(groups, settings)
    assert [claim.text for claim in first.claims] == ["Burma", "Myanmar"]
    assert second == groups[1]
    assert joined(groups, DEFAULTS) == groups


def test_only_names_have_a_house_style() -> None:
    make = Maker(source("d.md", "In 40 boats."), source("w.txt", "x"))
    finding = make.finding(
        Verdict.SINGLE, "boats", "Alone.", [make.claim("A", Kind.COUNT, "40 boats")]
    )
    assert with_style(make, finding, Alias("x", ("40 boats",))) == finding
    assert finding.severity is Severity.NONE
