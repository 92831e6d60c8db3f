"""The verdict on a group of laws, and the reason in one sentence."""

from __future__ import annotations

from factdiff.alignment import Alignment
from factdiff.kinds.laws.codes import same_code
from factdiff.kinds.laws.equivalents import Entry, entry_of
from factdiff.kinds.laws.likeness import bare_part, law_of, same_law, same_place, table_reason
from factdiff.kinds.laws.slips import misnumbered, misspelt, other_year, plural_only
from factdiff.kinds.laws.value import Law, split_year, title_words
from factdiff.kinds.positions import judge_group
from factdiff.model import Claim, Comparison, Group, Judgement, Verdict
from factdiff.settings import Settings


def judge(group: Group, alignment: Alignment, settings: Settings) -> Judgement:  # noqa: ARG001
    """Judge a group: ``single`` for one source, else what its closest mentions say."""
    fullest = max(
        (str(claim.value) for claim in group.claims), key=lambda words: (len(words), words)
    )
    return judge_group(group, compare, subject=fullest, display=_display)


def _display(claim: Claim) -> str:
    return str(claim.value)


def compare(left: Claim, right: Claim) -> Comparison:
    """How two mentions of a law relate; symmetric."""
    a, b = sorted((law_of(left), law_of(right)), key=lambda law: (len(law.words), law.words))
    if a.words.casefold() == b.words.casefold():
        return Comparison(Verdict.AGREE, f"Both name the {b}.")
    if a.detail and b.detail:
        return Comparison(
            Verdict.COMPATIBLE, f"Both tell the same order in other words: “{a}”, “{b}”.", 0.7
        )
    same_words = folded(left.text) == folded(right.text)
    if same_words and a.section is not None and a.section == b.section and same_but_year(a, b):
        # `Section 4 of the act`: that its year is another one is told at the act itself
        return Comparison(Verdict.AGREE, "The same words; the year is told elsewhere.", 0.9)
    if not same_law(a, b):
        return _different(a, b)
    if a.section != b.section:
        return _parts(a, b, placed=same_place(left, right))
    return _bare(a, b) if bare_part(a, b) else _named(a, b, same_words)


def _bare(a: Law, b: Law) -> Comparison:
    reason = f"Both name the {a.unit} {a.section}; one alone tells that it is the {b}."
    return Comparison(Verdict.AGREE, reason, 0.8)


def same_but_year(a: Law, b: Law) -> bool:
    """Whether two titles differ by their year alone."""
    years = None not in (a.year, b.year) and a.year != b.year
    return years and (a.identity == b.identity or other_year(a, b))


def folded(text: str) -> str:
    """A mention's words as they are compared."""
    return " ".join(title_words(text))


def _different(a: Law, b: Law) -> Comparison:
    if plural_only(a, b):
        return Comparison(
            Verdict.VARIANT, f"One law by its title, written two ways: {a}, {b}.", 0.9
        )
    if misspelt(a, b):
        return Comparison(
            Verdict.CONFLICT,
            f"The titles {a} and {b} differ by a letter or two that no known variant explains.",
            0.85,
        )
    if misnumbered(a, b):
        return _digits(a, b)
    if same_but_year(a, b):
        early, late = sorted((a, b), key=lambda law: law.year or 0)
        reason = f"One law by its title, given as of {early.year} and as of {late.year}."
        return Comparison(Verdict.CONFLICT, reason, 0.9)
    return Comparison(Verdict.CONFLICT, f"The same statement names two laws: {a}, {b}.", 0.9)


def _parts(a: Law, b: Law, *, placed: bool) -> Comparison:
    if a.section is None or b.section is None:
        return Comparison(
            Verdict.COMPATIBLE, f"One names a part of the law, the other the whole: {a}, {b}.", 0.8
        )
    if misnumbered(a, b):
        return _digits(a, b)
    if placed:
        return Comparison(
            Verdict.CONFLICT, f"The same statement names two parts of one law: {a}, {b}.", 0.9
        )
    return Comparison(Verdict.COMPATIBLE, f"Two parts of one law: {a}, {b}.", 0.7)


def _digits(a: Law, b: Law) -> Comparison:
    return Comparison(
        Verdict.CONFLICT, f"{a} and {b} have the same digits in different order.", 0.85
    )


def _named(a: Law, b: Law, same_words: bool) -> Comparison:
    """One law, one part, different words."""
    if same_words or _plain(a) == _plain(b) or _plain(a) == ("constitution",):
        return Comparison(Verdict.AGREE, f"Both name the {b}; the form alone differs.", 0.95)
    if same_code(a, b):
        return Comparison(Verdict.AGREE, f"{a} and {b}: whose it is, said in two ways.", 0.9)
    entry = entry_of(b)
    if entry is not None and _acronym(entry, a, b):
        return Comparison(Verdict.AGREE, f"{a} and {b}: one gives the usual acronym.", 0.95)
    if a.form == b.form == "case":
        return Comparison(Verdict.AGREE, f"Both name the case {b}; one shortens a party.", 0.9)
    source = table_reason(a, b)
    if source is not None:
        return Comparison(Verdict.VARIANT, f"{a} and {b} are one law ({source}).", 0.95)
    return Comparison(Verdict.VARIANT, f"{a} is a short title of {b}.", 0.85)


def _plain(law: Law) -> tuple[str, ...]:
    """The title without its year; the number where there is no title."""
    if law.series is not None:
        return law.series, law.number or "", law.section or ""
    return title_words(split_year(law.title or law.words)[0])


def _acronym(entry: Entry, a: Law, b: Law) -> bool:
    acronyms = {*entry.acronyms, *entry.introduced}
    ends = [law.words.rsplit(" of the ", 1)[-1] in acronyms for law in (a, b)]
    return ends[0] != ends[1]
