"""Dragoman reads the news of diplomacy into a record that can be checked.

>>> from dragoman import Page, read
>>> record = read(Page("note.txt", b'GENEVA (Agency) - "We will sign in May", Foreign Minister Ana Costa said.'))
>>> [statement.form for statement in record.statements]
['direct']
"""

from dragoman.article import Article, Page, Part, Span
from dragoman.contract import from_json, to_json
from dragoman.errors import DragomanError, UngroundedEvidence, UnreadablePage
from dragoman.pipeline import read
from dragoman.record import Evidence, Record
from dragoman.tagger import FakeTagger, Tagger
from dragoman.version import __version__

__all__ = [
    "Article",
    "DragomanError",
    "Evidence",
    "FakeTagger",
    "Page",
    "Part",
    "Record",
    "Span",
    "Tagger",
    "UngroundedEvidence",
    "UnreadablePage",
    "__version__",
    "from_json",
    "read",
    "to_json",
]
