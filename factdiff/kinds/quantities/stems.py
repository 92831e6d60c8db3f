"""Words without their endings, so that a verb is known in every form, whatever the lemmatizer.

A rough stem serves to compare and to look up, never to be shown: ``dropped`` and ``dropping`` are
``drop``, ``killing`` is ``kill``, ``names`` is ``nam``.
"""

from __future__ import annotations

from functools import lru_cache

IRREGULAR = {
    "slain": "slay",
    "shot": "shoot",
    "fled": "flee",
    "died": "die",
    "dying": "die",
    "laid": "lay",
}
VOWELS = "aeiouy"


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The rough stem of an English word in lower case."""
    word = word.lower()
    word = IRREGULAR.get(word, word)
    for ending in ("ing", "ed", "es", "s"):
        root = word.removesuffix(ending)
        if root == word or len(root) < 3 or not any(letter in VOWELS for letter in root):
            continue
        if ending == "s" and root.endswith(("s", "u", "i")):
            break  # `miss`, `virus`
        word = root
        if (
            ending in ("ing", "ed")
            and len(word) > 3
            and word[-1] == word[-2]
            and word[-1] not in "lsz"
        ):
            word = word[:-1]
        break
    if word.endswith("i") and len(word) > 3:
        word = word[:-1] + "y"
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
