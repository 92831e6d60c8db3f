"""Court cases: names (``Roe v. Wade``, ``In re Gault``) and citations, the latter by eyecite.

eyecite takes a moment to import and reads whole texts: it is loaded only when a text holds
something like ``410 U.S. 113`` or ``Cal. Penal Code § 187``, and is given that line alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from factdiff.kinds.laws.equivalents import entry_named, entry_numbered, read_rows
from factdiff.kinds.laws.value import Law
from factdiff.kinds.laws.vocabulary import heads, title_word_lists, word_list

VERSUS = re.compile(r"\s(?P<versus>v\.|vs\.|v)\s(?=[A-Z(“\"])")
IN_RE = re.compile(r"\b(?:In re|Ex parte)(?: [A-Z][\w.'’-]*| of| the){1,6}")
CITED = re.compile(
    r"\b\d{1,4} (?:[A-Z][\w'’]{0,9}\. ?){1,4}(?:[23]d |\dth )?\d"
    r"|(?<![\w.])[A-Z]\w{0,20}\.? (?:[\w&]{1,20}\.? ){0,4}§"
)
NEIGHBOURHOOD = 160  # code points around a citation that eyecite is shown
WORD = re.compile(r"\S+")
PLAIN = re.compile(r"[^\W\d_]+")
SMALL = frozenset({"of", "the", "and", "for", "&", "ex", "rel.", "de", "del", "la"})
NEAR = 120  # code points on either side of a case name that tell courts from stadiums


def find_cases(text: str) -> Iterator[tuple[int, int, Law]]:
    """Case names and citations in a text: start, end and the law."""
    for versus in VERSUS.finditer(text):
        case = _case(text, versus)
        if case is not None:
            yield case
    for found in IN_RE.finditer(text):
        end = found.start() + len(re.sub(r"(?: of| the)+$", "", found[0]))
        if end > found.start() + len("Ex parte"):
            yield found.start(), end, _named(text[found.start() : end])
    yield from _cited(text)


def _case(text: str, versus: re.Match[str]) -> tuple[int, int, Law] | None:
    start = _left(text, versus.start())
    end = _right(text, versus.end())
    left, right = text[start : versus.start()], text[versus.end() : end]
    if not left or not right:
        return None
    known = entry_named(text[start:end]) is not None
    if versus["versus"] == "vs." and not known:
        return None  # two teams, or two boxers
    if not known and not _of_the_bench(left) and not _of_the_bench(right):
        around = set(PLAIN.findall(text[max(0, start - NEAR) : end + NEAR].casefold()))
        in_sport = versus["versus"] == "v" or bool(around & word_list("sport"))
        if in_sport and not around & word_list("court"):
            return None  # two boxers, two teams
    return start, end, _named(text[start:end])


def _of_the_bench(party: str) -> bool:
    """British reports write ``v`` for matches of football teams too: one side is of the bench."""
    if party.casefold() in word_list("crown"):
        return True
    return bool(set(PLAIN.findall(party.casefold())) & word_list("bench"))


def _named(words: str) -> Law:
    words = " ".join(words.split())
    entry = entry_named(words)
    return Law(
        words=words,
        form="case",
        title=words,
        jurisdiction=entry.jurisdiction if entry else None,
        entry=entry.key if entry else None,
    )


@cache
def _suffixes() -> frozenset[str]:
    """Abbreviations inside the names of parties: their full stop ends no name."""
    return frozenset(row["suffix"] for row in read_rows("party_suffixes.tsv"))


def _left(text: str, end: int) -> int:
    """Where the name of the first party begins."""
    low = max(0, end - 90, text.rfind("\n", max(0, end - 90), end) + 1)
    stops = title_word_lists().stop
    begin = end
    for word in reversed(list(WORD.finditer(text, low, end))[-10:]):
        raw = word[0]
        bare = raw.strip("“”\"'‘’([,")
        if not bare or (
            raw[-1] in ",;:.)”" and begin != end and raw not in _suffixes() and len(bare) > 2
        ):
            break
        if bare in SMALL:
            continue
        if not bare[0].isupper() or bare.lower() in stops or bare in heads():
            break
        begin = word.start() + len(raw) - len(raw.lstrip("“\"'‘(["))
        if raw[0] in "“\"'‘([":
            break
    return begin


def _right(text: str, start: int) -> int:
    """Where the name of the second party ends."""
    last = start
    for count, word in enumerate(WORD.finditer(text, start, min(len(text), start + 90))):
        raw = word[0]
        if count >= 9 or "\n" in text[last : word.start()]:
            break
        bare = raw.strip("“”\"'‘’()[],.;:?!")
        if bare[:1].isupper():
            plain = raw.rstrip(',;:?!)”"')
            ends_it = plain != raw or (plain.endswith(".") and plain not in _suffixes())
            keeps_dot = plain in _suffixes()
            last = word.start() + len(plain if keeps_dot else plain.rstrip(".’'"))
            last -= 2 if re.search(r"['’]s$", text[start:last]) and not _women(text, last) else 0
            if ends_it and not re.match(r",? (?:Inc|Ltd|Co|LLC|Corp)\b", text[last : last + 8]):
                break
        elif raw not in SMALL:
            break  # ``overturned Roe v. Wade on Friday``
    return last


def _women(text: str, last: int) -> bool:
    """``Dobbs v. Jackson Women's Health``: the possessive is inside the name."""
    return bool(re.match(r" [A-Z]", text[last : last + 2]))


def _cited(text: str) -> Iterator[tuple[int, int, Law]]:
    shown = 0
    for hint in CITED.finditer(text):
        if hint.end() <= shown:
            continue
        low = max(shown, hint.start() - NEIGHBOURHOOD)
        shown = min(len(text), hint.end() + NEIGHBOURHOOD)
        for start, end, law in _by_eyecite(text[low:shown]):
            yield low + start, low + end, law


def _by_eyecite(text: str) -> Iterator[tuple[int, int, Law]]:
    from eyecite import get_citations
    from eyecite.models import FullCaseCitation, FullLawCitation

    for citation in get_citations(text):
        found: tuple[int, int] = citation.span()  # type: ignore[no-untyped-call]
        start, end = found
        words = " ".join(text[start:end].split())
        if isinstance(citation, FullCaseCitation):
            groups = citation.groups
            number = f"{groups['volume']}:{groups['page']}"
            series = (
                f"reports {groups['reporter']}" if groups["reporter"] != "U.S." else "us-reports"
            )
            entry = entry_numbered(series, number)
            law = Law(
                words, "case", number=number, series=series, entry=entry.key if entry else None
            )
            yield start, end, law
        elif isinstance(citation, FullLawCitation) and citation.groups.get("section"):
            section = citation.groups["section"]
            whole = re.sub(r"\s*§.*$", "", words)
            yield start, end, Law(words, "code", title=whole, section=section, unit="section")


def join_citations(found: list[tuple[int, int, Law]], text: str) -> list[tuple[int, int, Law]]:
    """One mention of a name and the citation behind it: ``Roe v. Wade, 410 U.S. 113 (1973)``."""
    joined: list[tuple[int, int, Law]] = []
    for start, end, law in sorted(found, key=lambda mention: mention[:2]):
        before = joined[-1] if joined else None
        if before and _belongs(text[before[1] : start], before[2], law):
            year = re.match(r" \((?:[\w. ]+ )?(\d{4})\)", text[end : end + 20])
            last = end + year.end() if year else end
            words = " ".join(text[before[0] : last].split())
            joined[-1] = (before[0], last, _with_citation(before[2], law, words, year))
        else:
            joined.append((start, end, law))
    return joined


def _belongs(between: str, name: Law, citation: Law) -> bool:
    return (
        re.fullmatch(r"(?:, [A-Z]\w+){0,2},? ", between) is not None
        and (name.form, citation.form) == ("case", "case")
        and name.series is None
        and citation.series is not None
    )


def _with_citation(name: Law, citation: Law, words: str, year: re.Match[str] | None) -> Law:
    return replace(
        name,
        words=words,
        number=citation.number,
        series=citation.series,
        year=int(year[1]) if year else None,
        entry=name.entry or citation.entry,
    )
