"""The command line: one module for each command, which parses, calls the library and prints."""

from __future__ import annotations

import sys

INTERRUPTED = 130  # what a shell makes of Ctrl-C


def main() -> None:
    """The ``factdiff`` command: run what the arguments ask for and exit with its status."""
    try:
        from factdiff.cli.app import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules were being loaded
        status = INTERRUPTED
    sys.exit(status)
