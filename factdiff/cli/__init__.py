"""The command line: one module for each command, which parses, calls the library and prints."""

from __future__ import annotations

import sys


def main() -> None:
    """The ``factdiff`` command: run what the arguments ask for and exit with its status."""
    from factdiff.cli.app import run

    sys.exit(run(sys.argv[1:]))
