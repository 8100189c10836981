"""The order of work: a page becomes an article, annotations, a record."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.record import Provenance, Reader
from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.article import Engine, Page
    from dragoman.record import Record
    from dragoman.tagger import TagsTexts


def read(page: Page, *, engine: Engine = "blocks", tagger: TagsTexts | None = None) -> Record:
    """Read one page into a record.

    ``engine`` names what cuts the body out of HTML: ``blocks``, Dragoman's own walk and labels, or ``trafilatura``, slower; the
    reader's version names it, since another engine may read other words. ``tagger`` stands in for the shipped model. Raises
    UnreadablePage where there is nothing to read: empty, binary, too large, no text. A page in another language is returned with
    its parts and language, no facts, and ``article.unread`` says why.
    """
    from dragoman.annotate import annotate
    from dragoman.assemble import assemble
    from dragoman.extract import extract, media_type

    article = extract(page, engine=engine)
    tagger = shipped_tagger() if tagger is None else tagger
    model = f"sha256:{tagger.sha256}" if not article.unread and tagger.sha256 else None
    annotations = annotate(article, tagger)
    record = assemble(
        article,
        annotations,
        page=Provenance.of(page, article, media_type(page)),
        reader=Reader(__version__ if engine == "blocks" else f"{__version__}+{engine}", model),
        read_at=page.read_at,
    )
    record.check_references()
    return record


@cache
def shipped_tagger() -> TagsTexts:
    """The shipped model, opened once a process and only when a page is read."""
    from dragoman.tagger import Tagger

    return Tagger()
