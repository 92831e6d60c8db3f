"""Tokens as news writes them.

Beyond spaCy's English rules: abbreviations stay whole (*Sgt.*, *Calif.*), *No.* only before a
number; words joined by hyphens come apart so that names come out (*U.S.-China*, *Uighur-led*,
*1.2-million-strong*); currency signs and units leave the number (*$A195,900*, *$1.5bn*).

spaCy looks through what stands between two blanks once for every mark that it takes off: a line
of ten thousand exclamation marks would cost the square, and is therefore cut up first.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

_PREFIXES = (
    r"\$(?:A|C|NZ|HK|US|S|NT|R)(?=[0-9])",  # $A195,900
    r"(?:NZ|HK|NT|R|Rs\.?|GBP|EUR|USD|RMB)\$?(?=[0-9])",  # NZ$5, Rs.500
    r"[\u2022\u25aa\u25cf\u25e6\u2023\u00b7](?=\S)",  # a bullet glued to its line
)
_SUFFIXES = (
    r"(?<=[0-9])(?:bn|mn|tn|trn|am|pm|a\.m\.|p\.m\.|mph|kph)",  # $1.5bn, 10:30am
)
_INFIXES = (
    r"(?<=[0-9])[-\u2010\u2011\u2013\u2014](?=[A-Za-z])",  # 1.2-million, 12-year-old
    r"(?<=[A-Za-z]\.)[-\u2010\u2011\u2013\u2014](?=[A-Za-z0-9])",  # U.S.-China
    r"(?<=[A-Za-z])[\u2010\u2011\u2013\u2014](?=[A-Za-z])",  # Iran–Iraq
    r"(?<=[\u2019'\"\u201d])--?(?=[A-Za-z\"\u201c])",
)
_ENDLESS = re.compile(r"\S{1000,}")  # longer than any address that an article prints
_PIECE = 200
# up to where a word ends or a mark stands, or, in a word without end, as far as it may be
_PIECES = re.compile(rf"\S{{1,{_PIECE}}}(?:\b|(?<=\W)|$)|\S{{1,{_PIECE}}}")
_NUMBER_SIGN = re.compile(r"\b[Nn]o\.(?=[ \u00a0]?[0-9])")


class NewsTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer, which in addition keeps *No.* whole before a number."""

    def __call__(self, text: str) -> Doc:
        """Cut a whole article into tokens; `doc.text == text` always."""
        pieces = [super(NewsTokenizer, self).__call__(piece) for piece in short_pieces(text)]
        doc: Doc = pieces[0] if len(pieces) == 1 else Doc.from_docs(pieces, ensure_whitespace=False)
        spans = [doc.char_span(*match.span()) for match in _NUMBER_SIGN.finditer(text)]
        with doc.retokenize() as retokenizer:
            for span in spans:
                if span is not None and len(span) > 1:
                    retokenizer.merge(span)
        return doc


def short_pieces(text: str) -> list[str]:
    """The text, cut in short pieces wherever it runs on without a blank for very long."""
    return list(_short_pieces(text)) or [text]


def _short_pieces(text: str) -> Iterator[str]:
    at = 0
    for run in _ENDLESS.finditer(text):
        if at < run.start():
            yield text[at : run.start()]
        yield from _PIECES.findall(run[0])
        at = run.end()
    if at < len(text):
        yield text[at:]


def create_news_tokenizer() -> Callable[[Language], Tokenizer]:
    """`factdiff.NewsTokenizer.v1` of the entry points, which the model's `config.cfg` names."""
    return news_tokenizer


def news_tokenizer(nlp: Language) -> Tokenizer:
    """A news tokenizer over the rules of the pipeline's language."""
    defaults = nlp.Defaults
    rules = dict(defaults.tokenizer_exceptions or {})
    rules.update({form: [{"ORTH": form}] for form in abbreviations()})
    return NewsTokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex([*_PREFIXES, *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or ())]).search,
        infix_finditer=compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


@cache
def abbreviations() -> dict[str, bool]:
    """Abbreviations of `abbreviations.tsv`; True for those after which no sentence ends."""
    text = (files(__package__) / "abbreviations.tsv").read_text(encoding="utf8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {row["form"]: row["class"] == "before" for row in csv.DictReader(lines, delimiter="\t")}
