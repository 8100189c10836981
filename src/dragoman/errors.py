"""Every error Dragoman raises on purpose.

    DragomanError
    ├── UngroundedEvidence    words or a page field that the page does not hold
    ├── IncompatibleRecords   records that can't be merged, or whose references lead nowhere
    ├── UnreadablePage        a page that can't become an article: empty, binary, too large, no text
    ├── SourceError           a path that can't be opened or holds no page
    └── StoreError            a store that can't be opened, written or understood
        └── StoreTooNew       a store written by a newer Dragoman

Each message says what happened with the value, what is allowed, what to do, and what was left untouched.
"""

__all__ = [
    "DragomanError",
    "IncompatibleRecords",
    "SourceError",
    "StoreError",
    "StoreTooNew",
    "UngroundedEvidence",
    "UnreadablePage",
]


class DragomanError(Exception):
    """Base of all errors that Dragoman raises on purpose."""


class UngroundedEvidence(DragomanError):
    """Evidence was claimed that is neither the article's own words nor a field of its page."""


class IncompatibleRecords(DragomanError):
    """Records of different pages or readers were merged, or a reference leads to no member."""


class UnreadablePage(DragomanError):
    """A page can't become an article. The rest of a batch goes on without it."""


class SourceError(DragomanError):
    """A path can't be opened, or holds no page that Dragoman reads."""


class StoreError(DragomanError):
    """A store can't be opened, written or understood. Nothing was changed in it."""


class StoreTooNew(StoreError):
    """The store was written by a newer Dragoman. Nothing was changed in it."""
