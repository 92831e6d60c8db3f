"""House style for names."""

from __future__ import annotations

import pytest

from factdiff.model import Kind, Severity, Verdict
from factdiff.policy.aliases import Alias, styled
from factdiff.settings import SEVERITIES
from tests.report.made import Maker, source

REQUIRED = Alias("Uyghurs", ("Uighurs",))
ACCEPTED = Alias("Uyghurs", ("Uighurs",), accept=True)


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
        # a third spelling is still a finding
        ("Uyghurs", "Uygurs", Verdict.VARIANT, REQUIRED, Verdict.VARIANT),
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
    judged = styled(finding, "A", make.claims, [alias], SEVERITIES)
    assert judged.verdict is verdict
    assert judged.id == finding.id
    if judged.verdict is not found:
        assert "House style" in judged.message
        assert judged.severity is SEVERITIES[verdict]


def test_a_name_that_sources_have_under_another_spelling_is_supported() -> None:
    make = Maker(source("d.md", "The Uyghurs spoke."), source("w.txt", "The Uighurs spoke."))
    finding = make.finding(
        Verdict.SINGLE, "Uyghurs", "Alone.", [make.claim("A", Kind.GROUP, "Uyghurs")]
    )
    make.claim("B", Kind.GROUP, "Uighurs")
    assert styled(finding, "A", make.claims, [REQUIRED], SEVERITIES).verdict is Verdict.AGREE
    assert styled(finding, "A", make.claims[:1], [REQUIRED], SEVERITIES) == finding


def test_only_names_have_a_house_style() -> None:
    make = Maker(source("d.md", "In 40 boats."), source("w.txt", "x"))
    finding = make.finding(
        Verdict.SINGLE, "boats", "Alone.", [make.claim("A", Kind.COUNT, "40 boats")]
    )
    assert styled(finding, "A", make.claims, [Alias("x", ("40 boats",))], SEVERITIES) == finding
    assert finding.severity is Severity.NONE
