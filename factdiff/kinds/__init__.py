"""One room for each family of claims.

Every room has the same four doors: ``find`` (a spaCy component), ``value`` (the normal form),
``match`` (which claims of different sources speak of the same thing) and ``judge`` (how they
relate). ``rooms.py`` is the table of rooms. Only ``find`` needs spaCy.
"""
