"""Who says what: verbs of saying, their subjects, and whom those mean.

Used by the room of quotes (who speaks) and by ``attribution`` (whom a statement is credited to).
"""

from factdiff.kinds.speech.memory import Speaker
from factdiff.kinds.speech.phrases import Names
from factdiff.kinds.speech.reports import Piece, Report, read_reports

__all__ = ["Names", "Piece", "Report", "Speaker", "read_reports"]
