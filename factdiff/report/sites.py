"""Where a finding is shown in a file, for the formats that point into files.

The first site is the one to mend: the draft's own words where a draft was checked, else the
first source's. The others tell what stands against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from os.path import normpath
from pathlib import PurePath, PurePosixPath

from factdiff.model import Claim, Finding, Source
from factdiff.read.web import is_address
from factdiff.report.lookup import Lookup
from factdiff.report.view import View

# their text is extracted: its lines are not the file's lines
_EXTRACTED = frozenset({".html", ".htm", ".xhtml", ".docx", ".pdf"})


@dataclass(frozen=True, slots=True)
class Site:
    """A claim in its file. ``path`` has forward slashes; it is None for standard input."""

    source: Source
    claim: Claim
    path: str | None
    has_lines: bool

    @property
    def end(self) -> tuple[int, int]:
        """Line and column after the last code point of the claim, both counted from 1."""
        text = self.claim.text
        if "\n" not in text:
            return self.claim.line, self.claim.column + len(text)
        return self.claim.line + text.count("\n"), len(text) - text.rfind("\n")


def sites(finding: Finding, lookup: Lookup, view: View) -> list[Site]:
    """The sites of a finding, one for each source and thing said, the one to mend first."""
    voices = [claims[0] for position in finding.positions for claims in lookup.voices(position)]
    drafts = {check.draft for check in lookup.report.checks}

    def key(site: Site) -> tuple[bool, bool]:
        return site.source.id not in drafts, is_address(site.path or "")

    return sorted((_site(claim, lookup, view) for claim in voices), key=key)


def _site(claim: Claim, lookup: Lookup, view: View) -> Site:
    source = lookup.source(claim.source)
    path = None if source.path is None else relative(source.path, view)
    given = source.path or ""
    is_extracted = is_address(given) or PurePath(given).suffix.lower() in _EXTRACTED
    return Site(source, claim, path, has_lines=not is_extracted)


def relative(path: str, view: View) -> str:
    """``path`` seen from ``view.root`` where it lies below it, else as given; forward slashes."""
    if is_address(path):
        return path
    pure = PurePath(path)
    if pure.is_absolute():
        if view.root is not None and pure.is_relative_to(view.root):
            pure = pure.relative_to(view.root)
    elif view.inside:
        pure = PurePath(normpath(PurePath(view.inside, path)))
    return str(PurePosixPath(*pure.parts)) if pure.parts else path
