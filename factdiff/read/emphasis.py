"""Marks of emphasis give way to spaces, so that no word and no number is glued to an asterisk.

Offsets, lines and columns stay those of the file: ``**16 dead**`` becomes ``  16 dead  ``.
"""

from __future__ import annotations

import re

LONGEST = 300  # characters between two marks; a paragraph set in bold is longer, and rare
# a whole line, as headlines and date lines come along from a Markdown page: `*March 13, 2014*`
_LINE = re.compile(
    r"^([ \t]*(?:#{1,6}[ \t]+)?)(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]*[^\s*_\n])\2(?=[ \t]*$)",
    re.MULTILINE,
)
_STRONG = re.compile(rf"(?<![\w*])(\*\*\*?)(?=[^\s*])([^*\n]{{0,{LONGEST}}}[^\s*])\1(?![\w*])")
_STARS = re.compile(rf"(?<![\w*])(\*{{1,3}})(?=[^\s*])([^*\n]{{0,{LONGEST}}}[^\s*])\1(?![\w*])")
_BARS = re.compile(rf"(?<![\w_])(_{{1,3}})(?=[^\s_])([^_\n]{{0,{LONGEST}}}[^\s_])\1(?![\w_])")


def plain_text_without(text: str) -> str:
    """A text that may have been Markdown: emphasized lines, and ``**words**`` set in bold.

    A lone asterisk is left alone: it may be a footnote's.
    """
    return (
        _STRONG.sub(_spaced, _LINE.sub(_spaced_line, text)) if "*" in text or "_" in text else text
    )


def markdown_without(text: str) -> str:
    """A Markdown text without its emphasis of any kind."""
    for pattern in (_STARS, _BARS):
        text = pattern.sub(_spaced, text)
    return text


def _spaced(found: re.Match[str]) -> str:
    mark = " " * len(found[1])
    return f"{mark}{found[2]}{mark}"


def _spaced_line(found: re.Match[str]) -> str:
    mark = " " * len(found[2])
    return f"{found[1]}{mark}{found[3]}{mark}"
