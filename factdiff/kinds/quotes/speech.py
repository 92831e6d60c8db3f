"""Speech told apart from titles of works, terms and words held at arm's length."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from factdiff.kinds.quotes.value import WORD, word_count

LEAST_WORDS = 4  # GUIDE.md: direct speech in quotation marks of four words or more
SMALL = 3  # letters of a word that a title may leave in lower case


def is_speech(words: str, before: str, after: str = "") -> bool:
    """Whether what stands in the marks is speech; ``before`` and ``after`` are beside them."""
    if word_count(words) < LEAST_WORDS:
        return False
    if after.startswith(":") and before.rstrip(" ")[-1:] in ("", "\n"):
        return True  # a headline's `'They Never Told Us': Families Speak`
    return not (_announced(before) or _is_title(words))


def _announced(before: str) -> bool:
    """Whether a word like ``titled`` stands right before the marks."""
    last = before[-40:].casefold().rstrip().removesuffix(",")
    return last.endswith(_title_cues())


@cache
def _title_cues() -> tuple[str, ...]:
    text = files(__package__).joinpath("titles.tsv").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(" " + row.split("\t")[0] for row in rows[1:])


def _is_title(words: str) -> bool:
    """``The End of All Our Summers``: every long word begins with a capital.

    Words all in capitals (a shouted quotation, a sign) are no title.
    """
    if words.isupper() or words.rstrip().endswith(("?", "!")):
        return False
    found = [word for word in WORD.findall(words) if word != "I" and not word[0].isdigit()]
    if not found:
        return False
    capital = [word for word in found if word[0].isupper()]
    small = [word for word in found if word[0].islower()]
    enough = 3 if len(found[0]) <= SMALL else 2  # `We saw the US`, but `Person of the Week`
    return len(capital) >= max(enough, len(small)) and all(len(word) <= SMALL for word in small)
