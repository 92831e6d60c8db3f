"""Article text is data: here it loses everything that could steer a screen or a parser.

A source may hold ``ESC ]0;title BEL``, a right-to-left override, or a file name with a line
feed. What stays visible of it is the replacement character, so that nobody reads a sentence
that is not there. Build logs obey ``::error ::`` at the start of a line, wherever a long line
was wrapped, and ``##[command]`` anywhere: they are broken up by a space.
"""

from __future__ import annotations

import re

REPLACEMENT = "�"

# one line of text: everything that ends a line or moves the carriage is white space
_SPACES = re.compile("[ \t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
# C0 and C1 controls, DEL, the characters that turn the direction of text, surrogates,
# invisible operators and tags, and the code points that are no characters
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
# what the log of a build service takes for a command
_COMMAND = re.compile(r":(?=:)|#(?=#\[)")


def clean(text: str) -> str:
    """``text`` on one line, with no control, direction or invisible character left in it.

    White space is folded to single spaces (its ends are kept as one space each); every unsafe
    character becomes U+FFFD; ``::`` and ``##[`` are written ``: :`` and ``# #[``.
    """
    visible = _UNSAFE.sub(REPLACEMENT, _SPACES.sub(" ", text))
    return _COMMAND.sub(r"\g<0> ", visible)


def clean_lines(text: str) -> str:
    """As ``clean``, but line feeds stay: for formats that show a text as it is set out."""
    return "\n".join(clean(line) for line in text.split("\n"))
