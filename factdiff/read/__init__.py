"""From files to sources: decode, find what the page says about itself, set the rest aside.

``read_source`` takes a file, an address or standard input, ``source_from_text`` a string; both
return a ``Source`` whose offsets hold for the decoded text with the byte order mark dropped and
CRLF read as LF. Nothing here loads a language pipeline.
"""

from factdiff.read.article import source_from_text
from factdiff.read.files import read_source
from factdiff.read.frontmatter import named_sources

__all__ = ["named_sources", "read_source", "source_from_text"]
