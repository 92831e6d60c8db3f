"""Entries in files: written whole, checked by a digest, bounded in size, safe side by side."""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from factdiff.errors import OutputError
from factdiff.report.write import write_bytes

_HEAD = b"factdiff-claims/1 "
_DIGEST = 64  # hexadecimal digits of a SHA-256
BOUND = 64 * 1024 * 1024  # bytes kept: some 3,000 articles


class Store:
    """A folder of entries. What is damaged, half-written or gone is as if it had never been."""

    def __init__(self, folder: Path, bound: int = BOUND) -> None:
        self.folder = folder
        self.bound = bound

    def get(self, key: str) -> str | None:
        """The text kept under a key, or None."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        head, body = data[: len(_HEAD) + _DIGEST], data[len(_HEAD) + _DIGEST + 1 :]
        if head != _HEAD + sha256(body).hexdigest().encode():
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # used just now: pruned last
        try:
            return zlib.decompress(body).decode("utf-8")
        except (zlib.error, UnicodeDecodeError):
            return None

    def put(self, key: str, text: str) -> None:
        """Keep a text; a folder that cannot be written to keeps nothing."""
        body = zlib.compress(text.encode("utf-8"), 6)
        path = self._path(key)
        with contextlib.suppress(OSError, OutputError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            write_bytes(path, _HEAD + sha256(body).hexdigest().encode() + b"\n" + body)

    def prune(self) -> None:
        """Remove the entries used longest ago until the rest is within bounds."""
        entries = sorted(self._entries(), reverse=True)
        kept = 0
        for _, size, path in entries:
            kept += size
            if kept > self.bound:
                path.unlink(missing_ok=True)

    def clear(self) -> int:
        """Remove every entry; returns how many there were."""
        entries = list(self._entries())
        for _, _, path in entries:
            path.unlink(missing_ok=True)
        return len(entries)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.claims"

    def _entries(self) -> Iterator[tuple[int, int, Path]]:
        for path in sorted(self.folder.glob("??/*.claims")):
            with contextlib.suppress(OSError):  # another run removed it just now
                known = path.stat()
                yield known.st_mtime_ns, known.st_size, path


def user_store() -> Store:
    """The store in the user's cache folder."""
    return Store(user_cache_path("factdiff", appauthor=False) / "claims")
