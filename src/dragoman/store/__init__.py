"""Records as rows and back, in one SQLite file. It computes nothing: what is read out is what was put in."""

from dragoman.store.asked import Asked
from dragoman.store.days import days_of
from dragoman.store.shelf import Added, ArticleRow, FailureRow, Store, open_store
from dragoman.store.statements import Told
from dragoman.store.timeline import Dated, DatedBy, DatedKind, TimelineAsked

__all__ = [
    "Added",
    "ArticleRow",
    "Asked",
    "Dated",
    "DatedBy",
    "DatedKind",
    "FailureRow",
    "Store",
    "TimelineAsked",
    "Told",
    "days_of",
    "open_store",
]
