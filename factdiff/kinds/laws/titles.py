"""Titles of laws in running text: read outward from the word that heads them.

``under the Clean Air Act of 1963, …``: from ``Act`` back over capital words and the small words
between them, and forward over the year. Every walk is bounded, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from factdiff.kinds.laws.equivalents import entry_named
from factdiff.kinds.laws.value import Law, split_year, title_words
from factdiff.kinds.laws.vocabulary import TitleWords, heads, title_word_lists

WINDOW = 200  # code points on either side of a head: the longest title in use has 150
MAX_WORDS = 18
YEAR_AFTER = re.compile(r"(?:,? of|,)? \(?((?:1[2-9]|20)\d\d)\b\)?(?!-\d)|\s(?:19|20)\d\d\b")
YEAR_BEFORE = re.compile(r"\b(1[789]\d\d|20[0-4]\d) $")
CONNECTED = re.compile(r"\s+(?:of|on|for|against|relating to|concerning|between|with)\s", re.I)
WORD = re.compile(r"\S+")
EDGES = "“”\"'‘’([{"
REALM = re.compile(r"^(?:U\.S\.|US|UK|U\.K\.|EU|U\.N\.|UN)\s")


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(sorted(heads(), key=len, reverse=True))})\b(?![-’'](?!s\b))"
    )


def find_titles(text: str) -> Iterator[tuple[int, int, Law]]:
    """Every title of a law in a text that its words alone give away: start, end and the law."""
    for head in _head_pattern().finditer(text):
        form, place = heads()[head[0]]
        start = _start(text, head.start())
        end = head.end()
        forward = place == "both" and CONNECTED.match(text, end)
        end = _forward(text, end) if forward else end
        if start == head.start() and end == head.end():
            continue
        if not _is_law(text, start, head, end):
            continue
        end = _with_year(text, end)
        yield _with_year_before(text, start, end, titled(text[start:end], form))


def titled(words: str, form: str) -> Law:
    """The law with this title; one of the table of equivalents where the table knows it."""
    words = " ".join(words.split())
    title, year = split_year(
        words.replace(",", "", words.count(",") if words[-4:].isdigit() else 0)
    )
    entry = entry_named(words) or entry_named(title)
    if entry is not None and year and entry.year and abs(year - entry.year) > 1:
        entry = None  # Data Protection Act 1998 is not the one of 2018
    return Law(
        words=words,
        form=entry.form if entry else form,
        title=title,
        year=year,
        jurisdiction=entry.jurisdiction if entry else None,
        entry=entry.key if entry else None,
    )


def _start(text: str, head: int) -> int:
    """Where the title begins that has its head at ``head``; ``head`` itself if it has no more."""
    low = max(0, head - WINDOW, text.rfind("\n", max(0, head - WINDOW), head) + 1)
    words = list(WORD.finditer(text, low, head))[-MAX_WORDS:]
    if words and words[0].start() == low and low > 0 and not text[low - 1].isspace():
        words = words[1:]  # the window cut it
    begin = head
    lists = title_word_lists()
    taken_and = False
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        raw = word[0]
        bare = raw.strip(EDGES)
        if not _goes_on(raw, begin == head, taken_and):
            break
        if (bare.lower() in lists.connector and bare[0].islower()) or bare == "&":
            taken_and = taken_and or bare in ("and", "or", "&")
            continue
        if bare.lower() == "the" and _verb_before(words, number, text):
            continue
        if not _is_title_word(bare) or bare.lower() in lists.stop or bare in heads():
            break
        begin = word.start() + (len(raw) - len(raw.lstrip(EDGES)))
        if raw[0] in EDGES:
            break
    return _without_owner(text, begin, head)


def _goes_on(raw: str, first: bool, taken_and: bool) -> bool:
    last = raw[-1]
    if last.isalnum() or raw in ("&", "U.S.", "D.C."):
        return True
    if last == ")" and raw[0] == "(":
        return True  # European Union (Withdrawal) Act
    # Coronavirus Aid, Relief, and Economic Security Act: a list, closed by its last ``and``
    return last == "," and taken_and and not first


def _is_title_word(bare: str) -> bool:
    bare = bare.strip("()[],")
    if not bare:
        return False
    return bare[0].isupper() or bool(re.match(r"\d+(?:st|nd|rd|th)\b", bare))


def _verb_before(words: list[re.Match[str]], number: int, text: str) -> bool:
    """``Protecting the Right to Organize Act``, but not ``Citing the Clean Air Act, …``."""
    if number == 0:
        return False
    before = words[number - 1]
    bare = before[0].strip(EDGES)
    if before[0][0] in '“"':
        return True  # the “Stop the Leaks Act”
    initial = re.search(
        r"(?:^|[.!?:]\s|\n|[“\"])\s*$", text[max(0, before.start() - 3) : before.start()]
    )
    return bool(re.fullmatch(r"[A-Z][a-z]+ing", bare)) and initial is None


def _without_owner(text: str, begin: int, head: int) -> int:
    """``Obama's Affordable Care Act`` begins at ``Affordable``; ``Megan's Law`` keeps Megan."""
    owned = re.match(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}['’]s? (?=[A-Z])", text[begin:head])
    if owned is not None and entry_named(f"{text[begin:head]}{_head_at(text, head)}") is None:
        return begin + owned.end()
    realm = REALM.match(text[begin:head])
    if realm is not None and realm.end() < head - begin:
        return begin + realm.end()
    return begin


def _head_at(text: str, head: int) -> str:
    found = _head_pattern().match(text, head)
    return found[0] if found else ""


def _forward(text: str, end: int) -> int:
    """Where ``Convention on the Rights of the Child`` ends: after the last capital word."""
    high = min(len(text), end + WINDOW)
    lists = title_word_lists()
    last = end
    for word in WORD.finditer(text, end, high):
        raw = word[0]
        if "\n" in text[last : word.start()]:
            break
        bare = raw.strip(EDGES + "),.;:!?")
        if _is_title_word(bare) and not bare.isdigit():
            last = word.start() + len(raw.rstrip("),.;:!?”\"'’"))
            if raw[-1] in ').;:!?”"' or (raw[-1] == "," and not _list_goes_on(text, word.end())):
                break
        elif raw != bare or not _carries_on(text, word, lists):
            break
    return last


def _carries_on(text: str, word: re.Match[str], lists: TitleWords) -> bool:
    """Whether a small word can stand inside a title; ``and the`` begins another thing."""
    if word[0] == "and" and re.match(r" (?:the|an?) ", text[word.end() : word.end() + 5]):
        return False
    return word[0].lower() in lists.connector or word[0].lower() in ("the", "all", "their")


def _list_goes_on(text: str, at: int) -> bool:
    return bool(
        re.match(r" (?:[A-Z][\w-]+, ){0,3}(?:[A-Z][\w-]+ )?(?:and|or) [A-Z]", text[at : at + 90])
    )


def _with_year(text: str, end: int) -> int:
    found = YEAR_AFTER.match(text, end)
    if found is None:
        return end
    if found[0].startswith(",") and not found[0].startswith(", of"):
        # ``the Companies Act, 2013 was`` is a year; ``the Act, 2013 people`` is not
        return (
            found.end()
            if re.match(r"[\s]*[,.;)]|\s(?:was|is|and|which)\b", text[found.end() :][:8])
            else end
        )
    return found.end()


def _with_year_before(text: str, start: int, end: int, law: Law) -> tuple[int, int, Law]:
    """``the 1964 Civil Rights Act`` is the Civil Rights Act of 1964."""
    found = YEAR_BEFORE.search(text[max(0, start - 5) : start])
    if found is None or law.year is not None or law.form == "bill":
        return start, end, law
    dated = titled(f"{law.words} of {found[1]}", law.form)
    return start - len(found[0]), end, replace(dated, words=f"{found[1]} {law.words}")


def _is_law(text: str, start: int, head: re.Match[str], end: int) -> bool:
    lists = title_word_lists()
    title = text[start:end]
    words = title_words(title)
    place = heads()[head[0]][1]
    following = re.match(r"[ ]([A-Za-z]+)", text[end : end + 30])
    if following is not None:
        follows = following[1]
        if follows.lower() in lists.follow or (
            follows[0].isupper() and head[0] in ("Bill", "Law", "Charter")
        ):
            return False
    if entry_named(title) is not None:
        return True
    if " ".join(words) in lists.never or " ".join(words[-2:]) in lists.never:
        return False
    if " ".join(words) in lists.generic or len(words) < (3 if place == "long" else 2):
        return False
    if head[0] == "Convention" and end == head.end():
        return any(word in lists.seat for word in words)
    return not (head[0] == "Charter" and end == head.end())
