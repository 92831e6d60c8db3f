"""How alike two laws are: by title, number, part, and the sentence around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factdiff.kinds.laws.equivalents import entry_of
from factdiff.kinds.laws.titles import title_word_lists
from factdiff.kinds.laws.value import Law, split_year, title_words
from factdiff.model import Claim
from factdiff.similarity import distance

SAME_SENTENCE = 0.6  # share of words in common: the sentence with other figures and names changed
STRANGE_SENTENCE = 0.5  # enough where each article names its law and never the other's
PARTIES = re.compile(r"\s(?:v\.|vs\.|v)\s")
LIKE_SENTENCE = 0.4  # enough for two sections of one law, or two titles that share most words
SHARED_WORDS = 4  # fewer words than this in common are common to any two sentences on a law


def law_of(claim: Claim) -> Law:
    """The value of a claim of this room; other values are read by their words alone."""
    value = claim.value
    return value if isinstance(value, Law) else Law(str(value), "act", title=str(value))


def same_law(left: Law, right: Law) -> bool:
    """Whether the two are one law, whatever the part: by table, number or title."""
    if left.identity == right.identity:
        return left.year is None or right.year is None or left.year == right.year
    if left.entry is not None and right.entry is not None:
        return False
    if left.series is not None and left.series == right.series:
        return False
    if left.form == right.form == "case":
        return same_case(left, right)
    known, other = (left, right) if left.entry is not None else (right, left)
    if known.entry is not None and len(_words(known)) < len(_words(other)):
        return False  # the Voting Rights Act is not the John Lewis Voting Rights Advancement Act
    return short_title(left, right)


def same_case(left: Law, right: Law) -> bool:
    """Whether two case names have the same parties: ``Citizens United v. FEC`` spelled out too."""
    ours, theirs = (PARTIES.split(law.title or law.words, maxsplit=1) for law in (left, right))
    if len(ours) != 2 or len(theirs) != 2:
        return False
    return all(_same_party(a, b) for a, b in zip(ours, theirs, strict=True))


def _same_party(left: str, right: str) -> bool:
    short, full = sorted((left, right), key=lambda party: (len(party), party))
    initials = "".join(word[0] for word in full.split() if word[0].isupper())
    words, wanted = set(title_words(full)), set(title_words(short))
    return short.replace(".", "") == initials or (bool(wanted) and wanted <= words)


def misnumbered(left: Law, right: Law) -> bool:
    """Whether two numbers of one series, or sections of one law, are the same digits in disorder.

    ``H.R. 4271`` and ``H.R. 4217``: nobody means two bills by that.
    """
    if left.series is not None and left.series == right.series:
        pair = left.number or "", right.number or ""
    elif left.identity == right.identity:
        pair = left.section or "", right.section or ""
    else:
        return False
    digits = [[c for c in number if c.isdigit()] for number in pair]
    rests = ["".join(c for c in number if not c.isdigit()) for number in pair]
    same_digits = digits[0] != digits[1] and sorted(digits[0]) == sorted(digits[1])
    return same_digits and rests[0] == rests[1]


def short_title(left: Law, right: Law) -> bool:
    """Whether one title is the other cut short: same head, same first or last words."""
    if left.year is not None and right.year is not None and left.year != right.year:
        return False
    short, full = sorted((_words(left), _words(right)), key=lambda words: (len(words), words))
    if short in (full, ("constitution",)):
        return bool(short) and short[-1] == full[-1]
    if (
        len(short) < 3
        or short[-1] != full[-1]
        or set(full) - set(short) & title_word_lists().changes
    ):
        return False
    return _in_order(short, full)


def _words(law: Law) -> tuple[str, ...]:
    return title_words(split_year(law.title or "")[0])


def _in_order(short: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(word in rest for word in short)


def misspelt(left: Law, right: Law) -> bool:
    """Whether the titles differ by a letter or two in a word: ``Magnitski``/``Magnitsky``."""
    ours, theirs = _words(left), _words(right)
    if len(ours) != len(theirs) or len(ours) < 2 or None not in (left.series, right.series):
        return False
    if left.entry is not None and right.entry is not None:
        return False
    changed = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(changed) != 1 or _digits(changed[0][0]) != _digits(changed[0][1]):
        return False
    a, b = changed[0]
    return min(len(a), len(b)) >= 5 and distance(a, b) <= 2


def _digits(word: str) -> str:
    return "".join(c for c in word if c.isdigit())


def plural_only(left: Law, right: Law) -> bool:
    """Whether the titles differ by a plural or possessive alone: ``Marine Mammal(s)``."""
    ours, theirs = (
        tuple(w.removesuffix("'s").removesuffix("s") for w in _words(x)) for x in (left, right)
    )
    return ours == theirs and _words(left) != _words(right)


def stands_for(left: Law, right: Law) -> bool:
    """Whether one could be printed in place of the other by mistake: same sort, yet not the same.

    Titles change places with titles, numbers with numbers of the same series.
    """
    if same_law(left, right):
        return (left.section or "") != (right.section or "") and None not in (
            left.section,
            right.section,
        )
    if (left.detail or right.detail) or plural_only(left, right):
        return False
    if left.series is not None or right.series is not None:
        return left.series == right.series
    return True


def same_title(left: Law, right: Law) -> bool:
    """Whether the two are one law but for its part or year."""
    return left.identity == right.identity


def near_title(left: Law, right: Law) -> bool:
    """Whether titles share half their words: ``Fair Extraction Act``, ``Fair Transport Act``."""
    if left.series is not None or right.series is not None:
        return left.series == right.series
    ours, theirs = set(_words(left)), set(_words(right))
    return 2 * len(ours & theirs) >= max(len(ours), len(theirs)) > 1


def same_place(left: Claim, right: Claim) -> bool:
    """Whether two claims on one law stand in the same statement."""
    return sentence_likeness(left, right) >= LIKE_SENTENCE


def sentence_likeness(left: Claim, right: Claim) -> float:
    """Share of words in common, of the sentence or the clause: 0 where too few are shared."""
    return max(
        _share(left.context.lemmas, right.context.lemmas),
        _share(left.context.clause, right.context.clause),
    )


def _share(left: Sequence[str], right: Sequence[str]) -> float:
    ours, theirs = set(left), set(right)
    both = len(ours & theirs)
    if both < SHARED_WORDS and not (ours == theirs and both >= 2):
        return 0.0
    return both / len(ours | theirs)


def similarity(left: Sequence[Claim], right: Sequence[Claim]) -> float:
    """How surely two clusters of claims mean one law, 0 to 1; at its best pair of wordings."""
    return max(_similarity(law_of(a), law_of(b)) for a in _wordings(left) for b in _wordings(right))


def _wordings(claims: Sequence[Claim]) -> list[Claim]:
    return list({str(claim.value): claim for claim in claims}.values())


def _similarity(left: Law, right: Law) -> float:
    if left.detail and right.detail:
        return _described(left, right)
    if not same_law(left, right):
        typo = misspelt(left, right) or plural_only(left, right) or misnumbered(left, right)
        return 0.8 if typo else 0.0
    certain = 1.0 if left.identity == right.identity else 0.9
    certain -= 0.05 if left.year != right.year else 0.0  # the act of that year goes first
    if left.section == right.section:
        return certain
    return certain - (0.25 if None in (left.section, right.section) else 0.35)


def _described(left: Law, right: Law) -> float:
    """Orders without number: the words that single them out."""
    ours, theirs = set(left.detail), set(right.detail)
    both = len(ours & theirs)
    return both / min(len(ours), len(theirs)) * 0.9 if both >= 2 or ours == theirs else 0.0


def table_reason(left: Law, right: Law) -> str | None:
    """Where the table of equivalents says that two names mean one law."""
    entry = entry_of(left)
    return entry.source if entry is not None and left.entry == right.entry else None
