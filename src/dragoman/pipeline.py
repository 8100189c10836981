"""The order of work: a page becomes an article, annotations, a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.record import Provenance, Reader
from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.article import Engine, Page
    from dragoman.record import Record


def read(page: Page, *, engine: Engine = "blocks") -> Record:
    """Read one page into a record.

    ``engine`` names what cuts the body out of HTML: ``blocks``, Dragoman's own walk and labels, or ``trafilatura``, slower; the
    reader's version names it, since another engine may read other words. Raises UnreadablePage where there is nothing to read:
    empty, binary, too large, no text. A page in another language is returned with its parts and language, no facts, and
    ``article.unread`` says why.
    """
    from dragoman.annotate import annotate
    from dragoman.assemble import assemble
    from dragoman.extract import extract, media_type

    article = extract(page, engine=engine)
    annotations = annotate(article)
    record = assemble(
        article,
        annotations,
        page=Provenance.of(page, article, media_type(page)),
        reader=Reader(__version__ if engine == "blocks" else f"{__version__}+{engine}"),
        read_at=page.read_at,
    )
    record.check_references()
    return record
