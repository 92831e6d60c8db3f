"""Names of bodies in other scripts, their common words put into English before the rest is spelled.

`华为技术有限公司` is read as `华为 technology company limited`: what is left of it is a name, and
names are put into Latin letters by sound.
"""

from __future__ import annotations

import re
from functools import cache

from factdiff.kinds.names.fold import is_latin
from factdiff.kinds.names.tables import rows

_ANYWHERE = frozenset({"chinese", "japanese", "korean"})


def in_english(name: str) -> str:
    """The name with the common words of ``abroad.tsv`` in English; a Latin name as it is."""
    if is_latin(name):
        return name
    return _pattern().sub(lambda found: f" {_words()[found.group()]} ", name)


@cache
def _words() -> dict[str, str]:
    return {form: row["word"] for row in rows("abroad.tsv") for form in row["forms"].split(";")}


@cache
def _pattern() -> re.Pattern[str]:
    """Longer forms first; a form of a script with blanks is a whole word."""
    found = []
    for row in rows("abroad.tsv"):
        for form in row["forms"].split(";"):
            plain = re.escape(form)
            found.append(plain if row["script"] in _ANYWHERE else rf"(?<!\w){plain}(?!\w)")
    return re.compile("|".join(sorted(found, key=lambda form: (-len(form), form))))
