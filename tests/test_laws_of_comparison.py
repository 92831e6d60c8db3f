"""The laws every report keeps, whatever the articles say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import combinations, permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factdiff import Source
from factdiff.diff import extract_report, report_of, source_id
from factdiff.model import Claim, Finding, Report, Verdict
from factdiff.reading import read_claims
from tests.quality.planted import article, brief, names, paraphrase, planted, selections

UNRELATED = "Bakers in the old town of Ghent sold 340 loaves in one morning, their guild said."
STRANGER = (
    "Choir wins prize in Riga\n\nA youth choir from Tartu won first prize at a festival in Riga,"
    ' its conductor, Anu Lepik, said. "We sang for our grandmothers tonight," Lepik said.\n'
)


class Reader:
    """Reads every text once; the same text may stand at several places of a comparison."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.tool = extract_report([Source.from_text("Nothing.")], nlp=nlp).tool
        self.read = cache(self._read)

    def _read(self, text: str, name: str) -> tuple[Source, tuple[Claim, ...]]:
        source = replace(Source.from_text(text, name=name), id="A")
        return source, read_claims([source], self.nlp)[0]

    def report(self, *articles: tuple[str, str]) -> Report:
        """The report of texts, each with its name, in the order given."""
        sources, claims = [], []
        for number, (text, name) in enumerate(articles):
            source, found = self.read(text, name)
            letter = source_id(number)
            sources.append(replace(source, id=letter))
            claims += [replace(c, id=letter + c.id[1:], source=letter) for c in found]
        return report_of(self.tool, sources, claims)


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


def three_of(name: str) -> list[tuple[str, str]]:
    """An article, its paraphrase, and a copy with errors: three accounts of one event."""
    text, _ = article(name)
    *_, (seed, spots) = selections(name)
    return [(text, "first"), (paraphrase(name), "second"), (planted(text, spots, seed)[0], "third")]


def said(report: Report, finding: Finding) -> Counter[tuple[str, str, int, int]]:
    """Which stretches of which articles a finding is about, by the articles' names."""
    of = {source.id: source.name for source in report.sources}
    claims = {claim.id: claim for claim in report.claims}
    return Counter(
        (of[claims[c].source], claims[c].kind, claims[c].start, claims[c].end)
        for position in finding.positions
        for c in position.claims
    )


def contents(report: Report) -> Counter[tuple[object, ...]]:
    """The findings of a report without their order and that of their positions."""
    return Counter(
        (
            finding.id,
            finding.kind,
            finding.verdict,
            finding.confidence,
            finding.message,
            frozenset(said(report, finding).items()),
        )
        for finding in report.findings
    )


@pytest.mark.parametrize("name", names())
def test_an_article_agrees_with_itself(reader, name):
    text, _ = article(name)
    report = reader.report((text, "one"), (text, "two"))
    others = [f for f in report.findings if f.verdict is not Verdict.AGREE and not f.internal]
    assert [brief(f) for f in others] == []


@pytest.mark.parametrize("name", names())
def test_three_copies_agree(reader, name):
    text = paraphrase(name)
    report = reader.report((text, "one"), (text, "two"), (text, "three"))
    others = [f for f in report.findings if f.verdict is not Verdict.AGREE and not f.internal]
    assert [brief(f) for f in others] == []


@pytest.mark.parametrize("name", names())
def test_the_order_of_the_sources_changes_the_order_alone(reader, name):
    accounts = three_of(name)
    first = contents(reader.report(*accounts))
    for order in permutations(accounts):
        assert contents(reader.report(*order)) == first


@pytest.mark.parametrize("name", names())
def test_every_claim_is_in_one_finding_of_its_kind(reader, name):
    report = reader.report(*three_of(name))
    kinds = {claim.id: claim.kind for claim in report.claims}
    held = Counter(
        claim
        for finding in report.findings
        if not finding.internal
        for position in finding.positions
        for claim in position.claims
    )
    assert held == Counter(kinds.keys())
    for finding in report.findings:
        members = {kinds[c] for position in finding.positions for c in position.claims}
        assert finding.kind in members


@pytest.mark.parametrize("paragraphs", [2, 4, None], ids=["after the lead", "inside", "at the end"])
@pytest.mark.parametrize("name", names())
def test_ids_are_unique_and_survive_unrelated_text(reader, name, paragraphs):
    (text, _), (other, _), _ = three_of(name)
    before = reader.report((text, "one"), (other, "two"))
    parts = text.rstrip().split("\n\n")
    moved = "\n\n".join(
        [*parts[:paragraphs], UNRELATED, *(parts[paragraphs:] if paragraphs else ())]
    )
    after = reader.report((moved, "one"), (other, "two"))
    ids = [finding.id for finding in before.findings]
    assert len(set(ids)) == len(ids)
    known = {finding.id for finding in after.findings}
    assert [brief(f) for f in before.findings if f.id not in known] == []


@pytest.mark.parametrize("name", names())
def test_an_unrelated_source_changes_no_verdict_between_the_others(reader, name):
    accounts = three_of(name)[:2]
    before = reader.report(*accounts)
    after = reader.report(*accounts, (STRANGER, "stranger"))

    def between(report: Report) -> Counter[tuple[object, ...]]:
        related: Counter[tuple[object, ...]] = Counter()
        for finding in report.findings:
            places = [p for p in said(report, finding).items() if p[0][0] != "stranger"]
            if len({place[0][0] for place in places}) > 1:
                related[finding.kind, finding.verdict, frozenset(places)] += 1
        return related

    assert between(after) == between(before)


@pytest.mark.parametrize("name", names())
def test_the_same_input_gives_the_same_report(reader, name):
    text, _ = article(name)
    one = reader.report((text, "one"), (paraphrase(name), "two"))
    two = reader.report((text, "one"), (paraphrase(name), "two"))
    assert one == two


@pytest.mark.parametrize("pair", list(combinations(names(), 2)), ids="-".join)
def test_two_stories_do_not_contradict_each_other(reader, pair):
    report = reader.report(*[(article(name)[0], name) for name in pair])
    assert [brief(f) for f in report.findings if f.verdict is Verdict.CONFLICT] == []


def mangled(text: str, how: str) -> str:
    """An article as careless hands leave it."""
    ways = {
        "without marks": lambda: "".join(c for c in text if c.isalnum() or c.isspace()),
        "on one line": lambda: " ".join(text.split()),
        "without spaces": lambda: text.replace(" ", ""),
        "in capitals": text.upper,
        "in small letters": text.lower,
        "case turned": text.swapcase,
        "backwards": lambda: text[::-1],
        "one word a line": lambda: "\n".join(text.split()),
        "quotes unclosed": lambda: text.replace('." ', ". "),
        "twice": lambda: text + text,
    }
    return ways[how]()


WAYS = (
    *("without marks", "on one line", "without spaces", "in capitals", "in small letters"),
    *("case turned", "backwards", "one word a line", "quotes unclosed", "twice"),
)


@pytest.mark.parametrize("how", WAYS)
def test_mangled_articles_are_compared(reader, how):
    text, _ = article("trial")
    report = reader.report((text, "whole"), (mangled(text, how), "mangled"))
    for claim in report.claims:
        source = next(s for s in report.sources if s.id == claim.source)
        assert source.text[claim.start : claim.end] == claim.text
        assert claim.sentence.start <= claim.start < claim.end <= claim.sentence.end


PIECES = st.sampled_from(
    [
        *(
            "On Monday ",
            "12 people ",
            "“We will not ",
            "” said ",
            "Mr. Smith ",
            "$4 million ",
            "\n\n",
        ),
        *(
            "the Clean Air Act ",
            "5% ",
            "killed ",
            "in Lisbon ",
            "U.S. ",
            "(",
            ")",
            "—",
            ". ",
            "’s ",
        ),
    ]
)


@given(
    texts=st.lists(
        st.text(max_size=120) | st.lists(PIECES, max_size=25).map("".join), min_size=2, max_size=3
    )
)
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_raises(reader, texts):
    read = [text if text.strip() else "x" for text in texts]
    report = reader.report(*[(text, str(number)) for number, text in enumerate(read)])
    held = [c for f in report.findings if not f.internal for p in f.positions for c in p.claims]
    assert sorted(held) == sorted(claim.id for claim in report.claims)
