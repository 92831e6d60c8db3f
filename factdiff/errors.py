"""What can go wrong that is not a bug, as one small tree.

    FactdiffError
    ├── InputError     a source cannot be read: missing, a directory, empty, binary
    ├── UsageError     a call or an option makes no sense: one source, an unknown value
    ├── ModelError     a pipeline cannot be loaded or does not fit this version
    └── OutputError    a report cannot be written where it was asked for

Every message is one line that says what is wrong, where, and what to do. The command line
prints it on standard error and exits with status 2.
"""


class FactdiffError(Exception):
    """The root: catch this to catch everything that factdiff raises on purpose."""


class InputError(FactdiffError):
    """A source cannot be read."""


class UsageError(FactdiffError):
    """A call or an option makes no sense."""


class ModelError(FactdiffError):
    """A spaCy pipeline cannot be loaded or does not fit this version of factdiff."""


class OutputError(FactdiffError):
    """A report cannot be written where it was asked for."""
