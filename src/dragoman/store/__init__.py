"""Records as rows and back, in one SQLite file. It computes nothing: what is read out is what was put in."""

from dragoman.store.shelf import Added, ArticleRow, FailureRow, Store, open_store

__all__ = ["Added", "ArticleRow", "FailureRow", "Store", "open_store"]
