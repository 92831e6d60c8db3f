"""Decisions on disk: one line an event, appended and flushed before anything else happens.

An append-only text file was chosen over SQLite because a confirmed line can not be harmed by
what comes after it, a cut-off tail is recognized by its checksum, and a person can read, search
and keep the record without a tool. Each line is JSON, a tab and the CRC-32 of the JSON; the
first line names the sources. Appends of several sessions are serialized by a lock file.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from zlib import crc32

from filelock import FileLock

from factdiff.errors import InputError, OutputError
from factdiff.review.decisions import Act, Choice, Event

SCHEMA = "factdiff.review/1"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One source of a review: enough to know it again when its text has changed."""

    name: str
    path: str | None
    sha256: str


class Journal:
    """The events of one review, on disk.

    Made with ``open_journal``. ``append`` returns only when the event is on disk.
    ``damaged`` counts the lines that could not be read; they are left where they are.
    """

    def __init__(self, path: Path, sources: Sequence[Reviewed]) -> None:
        self.path = path
        self.sources = tuple(sources)
        self.events: list[Event] = []
        self.damaged = 0
        self._read_to = 0
        self._lock = FileLock(f"{path}.lock")

    def append(self, act: Act, finding: str, at: str, **fields: object) -> Event:
        """Write one event. Raises ``OutputError`` when the disk does not take it."""
        with self._lock:
            self._catch_up()
            number = max((event.number for event in self.events), default=0) + 1
            event = Event(number, at, act, finding, **fields)  # type: ignore[arg-type]
            self._write(line_of(asdict(event)))
            self._catch_up()
        return event

    def _catch_up(self) -> None:
        """Read what other sessions, or this one, have written since the last look."""
        with self.path.open("rb") as file:
            file.seek(self._read_to)
            data = file.read()
        # a crash can cut off the tail; when only its line feed is missing, it still counts
        tail = data[data.rfind(b"\n") + 1 :]
        if fields_of(tail) is None:
            data = data[: len(data) - len(tail)]
        self._read_to += len(data)
        for line in filter(None, data.splitlines()):
            fields = fields_of(line)
            if fields is None:
                self.damaged += 1
            elif "schema" not in fields:
                self.events.append(event_of(fields))

    def _write(self, line: bytes) -> None:
        size = self.path.stat().st_size
        # a tail cut off by a crash has no line feed: close it, so that it harms no other line
        with self.path.open("rb") as file:
            file.seek(size - 1)
            torn = file.read() != b"\n"
        try:
            append_bytes(self.path, b"\n" + line if torn else line)
        except OSError as error:
            os.truncate(self.path, size)
            raise OutputError(
                f"{self.path}: the decision could not be written ({error.strerror}); "
                "make room or choose another place with --session"
            ) from error


def open_journal(path: Path, sources: Sequence[Reviewed]) -> Journal:
    """Open a journal, making it if it is not there.

    Raises ``InputError`` when the file is something else, ``OutputError`` when it cannot be made.
    """
    journal = Journal(path, sources)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with journal._lock:
            if not path.exists() or not path.stat().st_size:
                header = {"schema": SCHEMA, "sources": [asdict(s) for s in sources]}
                append_bytes(path, line_of(header))
            journal._catch_up()
    except OSError as error:
        raise OutputError(
            f"{path}: the review cannot be kept there ({error.strerror}); "
            "choose another place with --session"
        ) from error
    if header_of(path) is None:
        raise InputError(f"{path}: not a review journal; choose another file with --session")
    return journal


def header_of(path: Path) -> tuple[Reviewed, ...] | None:
    """The sources that a journal was made for, or None for a file that is no journal."""
    with path.open("rb") as file:
        fields = fields_of(file.readline().rstrip(b"\n"))
    if fields is None or fields.get("schema") != SCHEMA:
        return None
    rows = fields["sources"]
    return tuple(Reviewed(**row) for row in rows) if isinstance(rows, list) else None


def line_of(fields: Mapping[str, object]) -> bytes:
    """One line of a journal, with its checksum and line feed."""
    body = json.dumps(
        {name: value for name, value in fields.items() if value is not None}, ensure_ascii=True
    ).encode()
    return body + b"\t%08x\n" % crc32(body)


def fields_of(line: bytes) -> dict[str, object] | None:
    """The fields of a line, or None when it is damaged."""
    body, tab, checksum = line.rpartition(b"\t")
    if not tab or b"%08x" % crc32(body) != checksum:
        return None
    fields = json.loads(body)
    return fields if isinstance(fields, dict) else None


def event_of(fields: dict[str, object]) -> Event:
    """The event that a line's fields tell."""
    known = dict(fields)
    known["act"] = Act(str(known["act"]))
    if "choice" in known:
        known["choice"] = Choice(str(known["choice"]))
    return Event(**known)  # type: ignore[arg-type]


def append_bytes(path: Path, data: bytes) -> None:
    """Append and wait for the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        while data:
            data = data[os.write(descriptor, data) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
