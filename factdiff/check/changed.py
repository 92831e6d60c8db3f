"""Which lines of a draft git says have changed."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from factdiff.errors import UsageError

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Changed:
    """The changed lines of one file; all of them for a file that git did not know before."""

    ranges: tuple[range, ...]
    everything: bool = False

    def touches(self, first: int, last: int) -> bool:
        """Whether any line from ``first`` to ``last`` has changed."""
        return self.everything or any(
            lines.start <= last and first < lines.stop for lines in self.ranges
        )


def changed_lines(path: str, revision: str) -> Changed:
    """The lines of ``path`` in the working tree that are not those of ``revision``.

    Raises ``UsageError`` when git is missing, the file is in no repository, or the revision is
    not known there.
    """
    folder, name = str(Path(path).parent), Path(path).name
    commit = _git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit.returncode != 0:
        raise UsageError(
            f"--changed-since: git knows no revision {revision} in the repository of {path}"
        )
    known = _git(folder, "cat-file", "-e", f"{commit.stdout.strip()}:./{name}")
    if known.returncode != 0:
        return Changed((), everything=True)
    options = ("--unified=0", "--no-color", "--no-ext-diff", "--no-renames")
    diff = _git(folder, "diff", *options, commit.stdout.strip(), "--", name)
    if diff.returncode != 0:
        raise UsageError(f"--changed-since: git cannot compare {path}: {_first(diff.stderr)}")
    return Changed(tuple(_lines(hunk) for hunk in _HUNK.finditer(diff.stdout)))


def _lines(hunk: re.Match[str]) -> range:
    start, count = int(hunk[1]), int(hunk[2] or 1)
    return range(start, start + count)


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "--literal-pathspecs", "-C", folder, *arguments]
    try:
        return subprocess.run(  # noqa: S603  no shell, and the revision is resolved to a hash first
            command, capture_output=True, text=True, check=False, errors="replace"
        )
    except OSError:
        raise UsageError("--changed-since needs git, which is not installed here") from None


def _first(text: str) -> str:
    return text.strip().partition("\n")[0]
