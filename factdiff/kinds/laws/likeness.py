"""How alike two laws are: by title, number, part, and the sentence around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factdiff.kinds.laws.codes import same_code
from factdiff.kinds.laws.equivalents import entry_of
from factdiff.kinds.laws.slips import misnumbered, misspelt, other_year, plural_only
from factdiff.kinds.laws.value import Law, plain_title, title_words
from factdiff.kinds.laws.vocabulary import title_word_lists
from factdiff.model import Claim

SAME_SENTENCE = 0.6  # share of words in common: the sentence with other figures and names changed
STRANGE_SENTENCE = 0.5  # enough where each article names its law and never the other's
PARTIES = re.compile(r"\s(?:v\.|vs\.|v)\s")
LIKE_SENTENCE = 0.4  # enough for two sections of one law, or two titles that share most words
BARE_PART = 0.6  # `Article 50` and `Article 50 of the Lisbon Treaty`
OTHER_YEAR = 0.75  # the Outer Space Treaty of 1966 and of 1967
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
    if bare_part(left, right) or same_code(left, right):
        return True
    return _same_by_words(left, right)


def _same_by_words(left: Law, right: Law) -> bool:
    if left.form == right.form == "case":
        return same_case(left, right)
    known, other = (left, right) if left.entry is not None else (right, left)
    if known.entry is not None and len(plain_title(known)) < len(plain_title(other)):
        return False  # the Voting Rights Act is not the John Lewis Voting Rights Advancement Act
    return short_title(left, right)


def bare_part(left: Law, right: Law) -> bool:
    """Whether the one is a part without its law that the other names with it: ``Article 50``."""
    if (left.unit, left.section) != (right.unit, right.section) or left.section is None:
        return False
    bare = [law.title is None and law.series is None and law.entry is None for law in (left, right)]
    return bare[0] != bare[1]


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


def short_title(left: Law, right: Law) -> bool:
    """Whether one title is the other cut short: same head, same first or last words."""
    if left.year is not None and right.year is not None and left.year != right.year:
        return False
    short, full = sorted(
        (plain_title(left), plain_title(right)), key=lambda words: (len(words), words)
    )
    if short in (full, ("constitution",)):
        return bool(short) and short[-1] == full[-1]
    if (
        len(short) < 3
        or short[-1] != full[-1]
        or set(full) - set(short) & title_word_lists().changes
    ):
        return False
    return _in_order(short, full)


def _in_order(short: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(word in rest for word in short)


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
    ours, theirs = set(plain_title(left)), set(plain_title(right))
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
    if other_year(left, right):
        return OTHER_YEAR
    if not same_law(left, right):
        typo = misspelt(left, right) or plural_only(left, right) or misnumbered(left, right)
        return 0.8 if typo else 0.0
    if bare_part(left, right):
        return BARE_PART
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
