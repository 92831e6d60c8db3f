"""Short forms within one article: introduced acronyms, initials, titles cut short.

``the Endangered Species Act (ESA)`` makes every later ``ESA`` that act; ``the Magnitsky Act``
after ``the Global Magnitsky Human Rights Accountability Act`` is that act, if only one fits.
``the act`` and ``the law`` are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factdiff.kinds.laws.equivalents import entry_of
from factdiff.kinds.laws.value import Law, title_words

Mention = tuple[int, int, Law]
INTRODUCED = re.compile(
    r"(?:,)?\s(?:\((?:the\s|or\s|known as\s|“the\s)?"
    r"|(?:or|known as|called|abbreviated)\s(?:the\s)?)"
    r"[“\"‘']?(?P<short>[A-Z][A-Za-z&.-]{1,14}(?:\s(?:Act|Treaty|Convention|Code))?)"
    r"[”\"’']?(?P<close>\)|,|\.|\s)"
)
BARE_HEADS = frozenset(
    {"Act", "Law", "Bill", "Code", "Treaty", "Convention", "Order", "Agreement", "Regulation"}
)


def short_forms(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions by acronym or introduced name, of laws that the article also spells out."""
    meanings: dict[str, Law] = {}
    for start, end, law in mentions:
        entry = entry_of(law)
        if law.form == "case" and entry is not None:
            meanings.update(dict.fromkeys(entry.introduced, law))
        if law.form == "case" or law.section is not None:
            continue
        found = INTRODUCED.match(text, end)
        if found is not None and _fits(found["short"], text[start:end]):
            meanings.setdefault(found["short"], law)
    initials = _initials(text, mentions)
    for acronym, law in initials.items():
        meanings.setdefault(acronym, law)
    if not meanings:
        return
    longest_first = map(re.escape, sorted(meanings, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w])")
    for found in pattern.finditer(text):
        yield found.start(), found.end(), meanings[found[0]]


def _fits(short: str, title: str) -> bool:
    """Whether a name in brackets can be the title's: its initials, or words of it."""
    if short in BARE_HEADS:
        return False
    if " " in short:
        return short.split(maxsplit=1)[0] in title
    letters = [c.lower() for c in short if c.isupper()]
    words = iter(title.lower())
    return len(letters) >= 2 and all(letter in words for letter in letters)


def _initials(text: str, mentions: Sequence[Mention]) -> dict[str, Law]:
    """Acronyms formed from the initials of a title, where the article has them after ``the``."""
    formed: dict[str, Law | None] = {}
    for _, _, law in mentions:
        if law.title is None or law.form == "case" or law.section is not None:
            continue
        entry = entry_of(law)
        acronyms = {*_acronyms(law.title), *(entry.introduced if entry else ())}
        for acronym in acronyms:
            known = formed.setdefault(acronym, law)
            if known is not None and known.identity != law.identity:
                formed[acronym] = None
    return {
        acronym: law
        for acronym, law in formed.items()
        if law is not None and re.search(rf"\bthe {re.escape(acronym)}\b", text)
    }


def _acronyms(title: str) -> Iterator[str]:
    capitals = [word[0] for word in re.findall(r"\b[A-Z][\w'’]*", title)]
    if len(capitals) >= 3:
        yield "".join(capitals)


def fullest(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with the value of the fullest form the article has for each law."""
    whole = [m[2] for m in mentions if m[2].section is None and m[2].title and m[2].form != "case"]
    known = {(law.identity, law.year): law for law in sorted(whole, key=_fullness)}
    laws = list({law.identity: law for law in sorted(known.values(), key=_fullness)}.values())
    parts: dict[tuple[str | None, str | None], dict[str, Law]] = {}
    for _, _, law in mentions:
        if law.section is not None and law.title is not None:
            parts.setdefault((law.unit, law.section), {})[law.words] = law
    return [(start, end, _whole_part(_resolved(law, laws), parts)) for start, end, law in mentions]


def _whole_part(law: Law, parts: Mapping[tuple[str | None, str | None], Mapping[str, Law]]) -> Law:
    """``Section 7`` is ``Section 7 of the Wetlands Act`` where the article has that."""
    if law.section is None or law.series is not None:
        return law
    same = [
        other
        for other in parts.get((law.unit, law.section), {}).values()
        if law.title is None or other.identity == law.identity
    ]
    if not same or len({other.identity for other in same}) > 1:
        return law
    return max(same, key=lambda other: (len(other.words), other.words))


def _fullness(law: Law) -> tuple[bool, int, int, str]:
    words = title_words(law.title or law.words)
    # the spelled-out title before a nickname of one word: Affordable Care Act, not Obamacare
    return len(words) > 1, len(words), law.year or 0, law.words


def _resolved(law: Law, laws: Sequence[Law]) -> Law:
    if law.section is not None or law.form == "case" or law.title is None or law.detail:
        return law
    same = [other for other in laws if _is_fuller(other, law)]
    if len({other.identity for other in same} - {law.identity}) > 1 or not same:
        return law
    fuller = max(same, key=_fullness)
    if law.year is not None and fuller.year not in (None, law.year):
        return law
    return replace(fuller, words=fuller.words)


def _is_fuller(other: Law, law: Law) -> bool:
    """``Global Magnitsky Human Rights Accountability Act`` for ``Magnitsky Act``: all its words."""
    if other.entry is not None and other.entry == law.entry:
        return _fullness(other) >= _fullness(law)
    if law.entry is not None and other.entry != law.entry:
        return False
    if other.year is not None and law.year is not None and other.year != law.year:
        return False
    ours, theirs = title_words(law.title or ""), title_words(other.title or "")
    if not ours or not theirs or ours[-1] != theirs[-1]:
        return False
    return len(theirs) >= len(ours) and set(ours) <= set(theirs) and ours[0] in theirs
