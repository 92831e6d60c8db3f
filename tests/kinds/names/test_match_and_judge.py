"""Names of several sources: who is who, and what is said of it."""

from __future__ import annotations

import itertools

from factdiff.alignment import Alignment
from factdiff.kinds.names import judge, match
from factdiff.kinds.names.value import Name, parse
from factdiff.model import Claim, Context, Judgement, Kind, Span, Verdict
from factdiff.settings import DEFAULTS

SENTENCE = ("bar", "official", "bureau", "visa", "statement", "secretary")


def claims(
    source: str, *names: str, kind: Kind = Kind.PERSON, lemmas: tuple[str, ...] = ()
) -> list[Claim]:
    """One mention of each name, far apart, each in a sentence of its own."""
    made = []
    for number, name in enumerate(names):
        full, _, said = name.partition("|")
        start = number * 100
        made.append(
            Claim(
                kind=kind,
                text=said or full,
                start=start,
                end=start + len(said or full),
                line=number + 1,
                column=1,
                sentence=Span(start, start + 90),
                value=Name(full=full, said=said or full),
                id=f"{source}{kind[0]}{number}",
                source=source,
                context=Context(lemmas=lemmas),
            )
        )
    return made


def judged(*all_claims: list[Claim]) -> list[Judgement]:
    together = list(itertools.chain.from_iterable(all_claims))
    groups = match(together, Alignment(), DEFAULTS)
    grouped = [claim.id for group in groups for claim in group.claims]
    assert sorted(grouped) == sorted(claim.id for claim in together), "every claim exactly once"
    return [judge(group, Alignment(), DEFAULTS) for group in groups]


def verdicts(*all_claims: list[Claim]) -> dict[str, str]:
    return {
        " / ".join(sorted({p.display for p in found.positions})): str(found.verdict)
        for found in judged(*all_claims)
    }


def test_a_letter_missing_is_a_conflict_and_a_namesake_is_not() -> None:
    ours = claims("A", "Zhu Hailun", "Wang Mingshan", "George Bush")
    theirs = claims("B", "Zhu Hailu", "Wang Mingshan", "Laura Bush")
    assert verdicts(ours, theirs) == {
        "Zhu Hailu / Zhu Hailun": "conflict",
        "Wang Mingshan": "agree",
        "George Bush": "single",
        "Laura Bush": "single",
    }


def test_two_ministers_are_no_conflict_by_name() -> None:
    found = judged(claims("A", "Peter Altman"), claims("B", "Rosa Lindqvist"))
    assert {f.verdict for f in found} == {Verdict.SINGLE}


def test_short_forms_agree_and_known_variants_are_told() -> None:
    found = verdicts(
        claims("A", "Trump", "William Hakim", "Recep Tayyip Erdoğan"),
        claims("B", "Donald Trump", "Bill Hakim", "Recep Tayyip Erdogan"),
    )
    assert found == {
        "Donald Trump / Trump": "agree",
        "Bill Hakim / William Hakim": "variant",
        "Recep Tayyip Erdogan / Recep Tayyip Erdoğan": "variant",
    }


def test_a_family_name_of_two_men_is_given_to_neither() -> None:
    found = verdicts(claims("A", "Bush"), claims("B", "George Bush", "Jeb Bush"))
    assert set(found.values()) == {"single"}


def test_both_spellings_in_one_source_are_seen() -> None:
    ours = claims("A", "Uighurs", "Uyghurs", kind=Kind.GROUP)
    theirs = claims("B", "Uyghurs", kind=Kind.GROUP)
    assert verdicts(ours, theirs) == {"Uighurs / Uyghurs": "variant"}
    found = judged(claims("A", "Ann Lindqvist"), claims("B", "Ann Lindqvist", "Ann Lindqvst"))
    assert [f.verdict for f in found] == [Verdict.CONFLICT]
    assert "also writes it as the other does" in found[0].reason


def test_a_source_against_itself_agrees_however_it_spells() -> None:
    names = ("Zhu Hailun", "Zhu Hailu", "Mohammed Saleh", "Muhammad Saleh", "Bush", "Jeb Bush")
    found = judged(claims("A", *names), claims("B", *names))
    assert {f.verdict for f in found} == {Verdict.AGREE}


def test_the_order_of_sources_changes_nothing() -> None:
    ours = claims("A", "Zhu Hailun", "Mike Pompeo", "Trump", "Chen Quanguo|Chen")
    theirs = claims("B", "Zhu Hailu", "Michael Pompeo", "Donald Trump", "Chen Quanguo")
    third = claims("C", "Zhu Hailun", "Pompeo", "Ivanka Trump")
    first = sorted((f.verdict, f.reason, f.confidence) for f in judged(ours, theirs, third))
    for order in itertools.permutations([ours, theirs, third]):
        assert sorted((f.verdict, f.reason, f.confidence) for f in judged(*order)) == first


def test_a_name_taken_for_two_kinds_is_one_entity() -> None:
    ours = claims("A", "Oakridge Clinic", kind=Kind.ORGANIZATION)
    theirs = claims("B", "Oakridge Clinic", kind=Kind.PLACE)
    assert verdicts(ours, theirs) == {"Oakridge Clinic": "agree"}


def test_the_same_sentence_ties_a_bad_slip() -> None:
    apart = verdicts(claims("A", "Noor"), claims("B", "Nor"))
    assert set(apart.values()) == {"single"}
    tied = verdicts(claims("A", "Noor", lemmas=SENTENCE), claims("B", "Nor", lemmas=SENTENCE))
    assert tied == {"Noor / Nor": "conflict"}


def test_what_was_left_out_is_told_with_its_reason() -> None:
    groups = match(
        claims("A", "Alexander Petrov") + claims("B", "Alexander Petrow", "Alexandra Petrova"),
        Alignment(),
        DEFAULTS,
    )
    rejected = [e for group in groups for e in group.rejected]
    assert all(evidence.weight < 0 and evidence.reason for evidence in rejected)


def test_a_value_reads_back() -> None:
    assert str(parse("Chen Quanguo")) == "Chen Quanguo"


def test_another_given_name_in_the_same_sentence_is_a_conflict() -> None:
    ours = claims("A", "Paul Ferguson", lemmas=SENTENCE)
    theirs = claims("B", "Walter Ferguson", lemmas=SENTENCE)
    (found,) = judged(ours, theirs)
    assert found.verdict is Verdict.CONFLICT
    assert "given names" in found.reason


def test_relatives_and_other_sentences_are_two_persons() -> None:
    ours = claims("A", "Paul Ferguson", lemmas=SENTENCE)
    relatives = claims("B", "Walter Ferguson", "Anna Ferguson", lemmas=SENTENCE)
    assert set(verdicts(ours, relatives).values()) == {"single"}
    elsewhere = claims("B", "Walter Ferguson", lemmas=("rain", "roof", "night", "boat"))
    assert set(verdicts(ours, elsewhere).values()) == {"single"}


def test_a_long_name_one_letter_off_meets_its_like() -> None:
    ours = claims("A", "Toulouse", kind=Kind.PLACE)
    theirs = claims("B", "Toulosue", kind=Kind.PLACE)
    assert verdicts(ours, theirs) == {"Toulosue / Toulouse": "conflict"}
    houston = claims("A", "Houston", kind=Kind.PLACE)
    boston = claims("B", "Boston", kind=Kind.PLACE)
    assert set(verdicts(houston, boston).values()) == {"single"}


def test_a_place_is_no_short_form_of_a_body_named_after_it() -> None:
    for town, name in (
        ("New York", "New York Stock Exchange"),
        ("Oslo", "University of Oslo"),
        ("England", "Bank of England"),
        ("Oakham", "Oakham Police Department"),
    ):
        found = judged(
            claims("A", town, kind=Kind.PLACE), claims("B", name, kind=Kind.ORGANIZATION)
        )
        assert {str(j.verdict) for j in found} == {"single"}, (town, name)


def test_a_body_may_be_called_by_its_first_word() -> None:
    found = judged(
        claims("A", "Barnard", kind=Kind.PLACE),
        claims("B", "Barnard College", kind=Kind.ORGANIZATION),
    )
    assert [str(j.verdict) for j in found] == ["agree"]
