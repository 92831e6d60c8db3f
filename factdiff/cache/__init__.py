"""What a source said, kept between runs, so that unchanged files need no pipeline.

``key`` tells when an entry still speaks of the same text, rules and pipeline, ``codec`` writes
claims as plain data, ``store`` keeps them in files, ``claims`` reads sources through all three.
"""
