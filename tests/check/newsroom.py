"""A newsroom's repository in a folder: three drafts and their wire copy."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

WIRE = {
    "wire/coastal.txt": """\
PORT ELLERY, July 15, 2020 (Coastal Wire) -- A ferry with four crew members aboard ran aground on \
Tuesday, injuring 12 passengers.
Captain Tomas Reijnen said the Harbor Safety Act had been followed. \
"We heard a long grinding noise under the deck," he said.
The repairs will cost $3.5 million.
""",
    "wire/council.txt": """\
NORWICK, July 15, 2020 (Inland News) -- The city council of Norwick voted 7-2 on Tuesday to close \
the old bridge.
Mayor Ann Lind said the bridge carries 4,000 cars a day.
""",
}
DRAFTS = {
    "drafts/ferry.md": """\
---
published: 2020-07-16
sources: [../wire/coastal.txt]
---
# Ferry aground off Port Ellery

A ferry with several crew members aboard ran aground on Tuesday, injuring 12 passengers.

Captain Tomas Reijner said the Harbor Safety Act had been followed.

The repairs will cost $3.5 million.
""",
    "drafts/bridge.md": """\
---
published: 2020-07-16
sources:
  - ../wire/council.txt
---
# Norwick closes the old bridge

Mayor Ann Lind said the bridge carries 6,000 cars a day.
""",
    "drafts/quiet.md": """\
---
published: 2020-07-16
sources: ../wire/council.txt
---
# Bridge

Mayor Ann Lind said the bridge carries 4,000 cars a day.
""",
}


def build(files: dict[str, str] | None = None) -> None:
    """Write the newsroom into the working folder."""
    for name, text in (files or {**WIRE, **DRAFTS}).items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def git(*arguments: str) -> str:
    environment = {
        **os.environ,
        **{
            f"GIT_{who}_{what}": "desk@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    done = subprocess.run(
        ["git", *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def mend(name: str, old: str, new: str) -> None:
    text = Path(name).read_text(encoding="utf-8")
    assert old in text
    Path(name).write_text(text.replace(old, new), encoding="utf-8")
