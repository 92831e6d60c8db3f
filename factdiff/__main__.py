"""``python -m factdiff`` is the ``factdiff`` command."""

from factdiff.cli import main

if __name__ == "__main__":
    main()
