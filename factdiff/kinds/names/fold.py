"""Names made comparable: case, diacritics, scripts, apostrophes and hyphens taken away.

Folding never decides that two names are the same: what it takes away is compared again by
whoever asks (a name with and without its diacritics is a variant, not an agreement).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘ʼʻ`´ʹ′"
# letters that Unicode does not decompose, as a copy desk without them writes them
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ə": "a"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys(APOSTROPHES, "")
)
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj"})
_NO_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES))
MAX_LENGTH = 300  # code points: a longer string is no name, and comparing it would cost too much
MAX_TOKENS = 16
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_AMPERSAND = re.compile(r"(?<=\b[A-Z])&(?=[A-Z]\b)|(?<=\b[A-Z][A-Z])&(?=[A-Z]\b)")
_POSSESSIVE = re.compile(r"(?<=\w)(?:\s?['’]\s?s|(?<=s)\s?['’])(?=$|[\s,.;:)])", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_latin(text: str) -> bool:
    """Whether all letters of the text are Latin ones."""
    return all(
        c < "ɐ" or not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in text
    )


def latin(text: str) -> str:
    """The text in Latin letters: other scripts are romanised by anyascii, loaded only then."""
    if is_latin(text):
        return text
    from anyascii import anyascii

    # anyascii writes 习近平 as XiJinPing: family name, then the given name in one word
    words = (_CAMEL.sub(" ", anyascii(word)) for word in text.split())
    return " ".join(_joined_given(word.split()) for word in words)


def _joined_given(syllables: list[str]) -> str:
    if len(syllables) < 3:
        return " ".join(syllables)
    return f"{syllables[0]} {''.join(syllables[1:]).capitalize()}"


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without diacritics and apostrophes, one blank between words, at most 300 long."""
    text = unicodedata.normalize("NFKC", text[:MAX_LENGTH])
    text = unicodedata.normalize("NFKD", latin(text)).casefold().translate(LETTERS)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(text.split())[:MAX_LENGTH]


def unpossessed(text: str) -> str:
    """The text without possessive endings: ``Georgia's College`` → ``Georgia College``."""
    return _POSSESSIVE.sub("", text)


@lru_cache(maxsize=8192)
def words(text: str, *, initials_apart: bool = False) -> tuple[str, ...]:
    """The folded words of a name, at most 16: ``U.S. Treasury`` → ``us``, ``treasury``.

    Dotted letters become one word, or one word each with ``initials_apart`` (``J.K. Rowling``).
    """
    text = _undotted(text, initials_apart).replace("&", " and ")
    return tuple(_WORD.findall(fold(text)))[:MAX_TOKENS]


@lru_cache(maxsize=8192)
def as_written(text: str, *, initials_apart: bool = False) -> tuple[str, ...]:
    """The words as written, case and diacritics kept, apostrophes taken out."""
    text = unicodedata.normalize("NFC", _undotted(text, initials_apart))
    return tuple(_WORD.findall(text.translate(_NO_APOSTROPHES)))[:MAX_TOKENS]


def _undotted(text: str, initials_apart: bool) -> str:
    mark = " " if initials_apart else ""
    text = _AMPERSAND.sub("", text[: 2 * MAX_LENGTH])
    text = unpossessed(text[:MAX_LENGTH])
    return _DOTTED.sub(lambda dotted: dotted.group().replace(".", mark), text)


def without_umlauts(word: str) -> str:
    """German and Nordic letters spelled out: ``müller`` → ``mueller``."""
    return fold(unicodedata.normalize("NFC", word).translate(UMLAUTS))
