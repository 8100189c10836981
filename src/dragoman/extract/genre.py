"""What kind of text a page of news is, by what its head says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.article import Genre

_OPINION_TYPES = frozenset({"OpinionNewsArticle", "OpEd", "ReviewNewsArticle"})
_SECTIONS = (
    "json-ld:articleSection",
    "json-ld:genre",
    "meta:article:section",
    "meta:og:article:section",
    "meta:section",
    "meta:genre",
)
_OPINION = re.compile(
    r"\b(?:opinions?|editorials?|op-?eds?|columnists?|commentary|commentisfree|viewpoints?|letters)\b", re.IGNORECASE
)
_RELEASE = re.compile(
    r"\b(?:press|news|media)[ _-]?(?:releases?|statements?|communiqu[eé]s?)\b|\bfor immediate release\b", re.IGNORECASE
)
_TRANSCRIPT = re.compile(r"\b(?:full )?transcripts?\b", re.IGNORECASE)


def genre_of(kinds: frozenset[str], title: str, fields: Mapping[str, str], opening: str) -> Genre:
    """By the types of JSON-LD, the section, the parts of the address before the last, the title, and the first words."""
    path = " ".join(fields.get("address", "").split("?")[0].split("/")[3:-1])
    sections = " ".join(fields.get(name, "") for name in _SECTIONS)
    if _RELEASE.search(f"{path} {sections}") or _RELEASE.match(opening[:200]):
        return "press_release"
    if _TRANSCRIPT.search(f"{path} {sections} {title}"):
        return "transcript"
    if kinds & _OPINION_TYPES or _OPINION.search(f"{path} {sections}") or _OPINION.match(title):
        return "opinion"
    return "report"
