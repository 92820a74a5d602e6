"""Readable playthroughs of whole games, compared word for word with what the rules do now.

``python -m tests.golden`` writes them anew; review the difference as you would review code.
"""
