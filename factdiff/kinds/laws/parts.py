"""Parts of laws: ``Section 7(a)(2) of the Endangered Species Act``, ``Article I, Section 9``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factdiff.kinds.laws.equivalents import entry_introduced, entry_named
from factdiff.kinds.laws.known import known_law
from factdiff.kinds.laws.value import Law
from factdiff.kinds.laws.vocabulary import word_list

Mention = tuple[int, int, Law]
NUMBER = (
    r"(?:\d{1,5}(?:[A-Z]{1,2}|[a-z](?:-\d{1,2})?)?(?:\.\d{1,3}){0,2}|[IVXLC]{1,6}\b)"
    r"(?:\([0-9a-zA-Z]{1,4}\)){0,5}"
)
NUMBERS = rf"{NUMBER}(?:(?:, | and | or |, and | to |-|–){NUMBER}){{0,5}}"
UNIT = (
    r"(?:[Ss]ub)?[Ss]ections?|[Aa]rticles?|[Cc]lauses?|[Pp]aragraphs?"
    r"|Regulations?|Rules?|[Cc]hapters?|[Ss]chedules?|Titles?|title|[Ss]ec\.|s\.|ss\.|[Aa]rt\.|§{1,2}|[Pp]art"
)
PART = re.compile(rf"(?<![\w.§])(?P<unit>{UNIT})\s?(?P<section>{NUMBERS})(?![\w%]|\.\d)")
LINK = re.compile(
    r"(?:,| of| to| in)?(?: the| that| this)?"
    r"(?: (?:U\.S\.|US|UK|U\.K\.|EU|U\.N\.|UN|federal|state|[A-Z]\w+['’]s|country['’]s))?\s"
)
GENERIC = re.compile(
    r",? of "
    r"(?P<whose>the|that|[A-Z]\w+['’]s|the [A-Z]\w+|the (?:state|federal|national)|[\w]+['’]s)"
    r"(?P<field> (?:penal|criminal|civil|tax|electoral|family|labou?r|military|basic|state))? "
    r"(?P<head>Act|act|law|Law|Code|code|constitution|treaty|Treaty|statute)\b(?! of)"
)
# the ECHR is a court as well; only ``Article 6 of the ECHR`` is sure to be the convention
ACRONYM = re.compile(r" of the (?P<acronym>[A-Z]{3,8})\b(?![-’'])")
CONSTITUTION_SAYS = re.compile(r"\b[Cc]onstitution\b[^.;\n]*$")  # `it says, in article 78`
BESIDE = re.compile(
    r" (?:of (?:the|this|that|our|my|his|her|their|a|an) (?:[a-z-]+ )?(?P<thing>[a-z]+)\b"
    r"|(?P<next>[a-z]+)\b)"
)
GENERIC_FORMS = {
    "act": ("act", "bill"),
    "law": ("act", "bill"),
    "statute": ("act",),
    "code": ("code",),
    "treaty": ("treaty",),
    "constitution": ("constitution",),
}
SEATING = re.compile(
    r"\b(?:[Rr]ow|[Ss]eats?|stadium|bleachers|cemetery|Cemetery|arena|newspaper|magazine)\b"
)
BARE = frozenset({"section", "article", "regulation", "rule"})
UNITS = (
    ("sub", "section"),
    ("sec", "section"),
    ("schedule", "schedule"),
    ("s", "section"),
    ("§", "section"),
    ("art", "article"),
    ("title", "title"),
    ("regulation", "regulation"),
    ("rule", "rule"),
    ("clause", "clause"),
    ("paragraph", "paragraph"),
    ("chapter", "chapter"),
    ("part", "part"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part named in the text, with the parts it lies in: ``Article I, Section 9, Clause 8``."""

    start: int
    end: int
    unit: str
    section: str
    capital: bool


def find_parts(text: str) -> Iterator[Part]:
    """The parts a text names; neighbours joined by a comma or ``of`` are one."""
    open_part: Part | None = None
    for found in PART.finditer(text):
        part = Part(
            found.start(),
            found.end(),
            _unit(found["unit"]),
            found["section"],
            found["unit"][0].isupper() or found["unit"][0] == "§",
        )
        if open_part is not None:
            if _nested(text, open_part, part):
                open_part = _joined(open_part, part, text)
                continue
            yield open_part
        open_part = part
    if open_part is not None:
        yield open_part


def _nested(text: str, left: Part, right: Part) -> bool:
    """``Article I, Section 9`` is one place; ``Section 5, Section 6`` are two."""
    joint = text[left.end : right.start]
    return (
        joint in (", ", " of ", ", of ")
        and right.unit not in left.section
        and left.unit != right.unit
    )


def _joined(left: Part, right: Part, text: str) -> Part:
    between = text[left.end : right.start]
    outer, inner = (right, left) if "of" in between else (left, right)
    section = f"{outer.section}, {inner.unit} {inner.section}"
    return Part(left.start, right.end, outer.unit, section, left.capital)


def _unit(word: str) -> str:
    word = word.lower().rstrip(".")
    return next(unit for prefix, unit in UNITS if word.startswith(prefix))


def with_parts(text: str, whole: Sequence[Mention]) -> list[Mention]:
    """The mentions, those at a part replaced by the part of the law; bare parts added."""
    mentions = sorted(whole, key=lambda m: (m[0], -m[1]))
    starts = [m[0] for m in mentions]
    taken: set[int] = set()
    made: list[Mention] = []
    for part in find_parts(text):
        at = _law_after(text, part, mentions, starts)
        if at is not None:
            start, end, law = mentions[at]
            taken.add(at)
            made.append((part.start, end, _part_of(law, part, text[part.start : end])))
            continue
        known = ACRONYM.match(text, part.end)
        entry = entry_introduced(known["acronym"]) if known is not None else None
        if known is not None and entry is not None:
            law = known_law(known["acronym"], entry)
            made.append((part.start, known.end(), _part_of(law, part, None)))
            continue
        at = _law_before(text, part, mentions, starts)
        if at is not None:
            start, end, law = mentions[at]
            taken.add(at)
            made.append((start, part.end, _part_of(law, part, None)))
            continue
        before = bisect_left(starts, part.start)
        made += _bare(text, part, mentions[max(0, before - 8) : before])
    kept = [m for number, m in enumerate(mentions) if number not in taken]
    return sorted([*kept, *made], key=lambda m: (m[0], m[1]))


def _law_after(text: str, part: Part, mentions: Sequence[Mention], starts: list[int]) -> int | None:
    for at in range(
        bisect_left(starts, part.end), min(len(mentions), bisect_left(starts, part.end) + 2)
    ):
        start, _, law = mentions[at]
        if start - part.end > 40:
            return None
        if law.section is None and LINK.fullmatch(text, part.end, start):
            return at
    return None


def _law_before(
    text: str, part: Part, mentions: Sequence[Mention], starts: list[int]
) -> int | None:
    at = bisect_left(starts, part.start) - 1
    if at < 0 or mentions[at][2].section is not None:
        return None
    # ``Public Order Act 1986, section 5``; never over a full stop
    return at if text[mentions[at][1] : part.start] in (" ", ", ", "'s ", "’s ") else None


def _part_of(law: Law, part: Part, words: str | None) -> Law:
    made = law.with_part(part.unit, part.section)
    entry = entry_named(words or made.words)
    if entry is not None and entry.form in ("section", "article"):
        return replace(made, entry=entry.key)
    entry = entry or entry_named(f"{part.unit} {part.section}")
    if entry is not None and (law.title or law.words).casefold() not in entry.title.casefold():
        entry = None  # Section 230 of another act than the one that is famous for it
    return replace(made, entry=entry.key if entry is not None else law.entry)


def _of_generic(part: Part, generic: re.Match[str], before: Sequence[Mention]) -> Law:
    """``section 9 of the act`` is of the last act; ``of Turkey's penal code`` stands alone."""
    words = f"{part.unit.capitalize()} {part.section}"
    named = generic[0].split(" of ", 1)[1]
    owned = generic["whose"] not in ("the", "that")
    if generic["field"] or owned or generic["head"] == "constitution":
        title = named.removeprefix("the ")
        form = "constitution" if generic["head"] == "constitution" else "code"
        return Law(f"{words} of {named}", form, title=title, section=part.section, unit=part.unit)
    forms = GENERIC_FORMS.get(generic["head"].lower(), ())
    for _, _, law in reversed(before):
        if law.section is None and law.form in forms:
            return law.with_part(part.unit, part.section)
    return Law(words, "section", section=part.section, unit=part.unit)


def _is_of_something_else(text: str, end: int) -> bool:
    """``Article 3 of the series``, ``Section 8 housing``."""
    found = BESIDE.match(text, end)
    if found is None:
        return False
    if found["thing"]:
        return found["thing"].casefold() not in word_list("whole")
    return found["next"].casefold() in word_list("beside")


def _bare(text: str, part: Part, before: Sequence[Mention]) -> Iterator[Mention]:
    generic = GENERIC.match(text, part.end)
    if generic is not None:
        yield part.start, generic.end(), _of_generic(part, generic, before)
        return
    line = text[max(0, part.start - 60) : part.end + 60]
    if _is_of_something_else(text, part.end):
        return
    if part.unit == "rule" and not word_list("court") & set(line.casefold().split()):
        return  # Rule 12 of a game
    told = CONSTITUTION_SAYS.search(text, max(0, part.start - 80), part.start)
    if (part.capital or told) and part.unit in BARE and not SEATING.search(line):
        words = f"{part.unit.capitalize()} {part.section}"
        entry = entry_named(words)
        yield (
            part.start,
            part.end,
            Law(
                words,
                "section",
                section=part.section,
                unit=part.unit,
                entry=entry.key if entry else None,
            ),
        )
