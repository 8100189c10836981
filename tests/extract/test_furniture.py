"""The kind of one line of furniture, told by its own words and shape."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import PART_KINDS
from dragoman.extract.wording import furniture, wordings


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("04:12 UTC9 June 2022", "page_clock"),
        ("Current time: 12:30, 3 May 2021", "page_clock"),
        ("Friday, May 7, 2021 | 12:30 GMT+2Log in", "page_clock"),
        ("Friday, May 7, 2021 | 12:30 GMT+2", "timestamp"),
        ("Captured: 7 May 2021 12:30:11 UTC", "page_clock"),
        ("Published 3 May 2021", "timestamp"),
        ("Thursday, June 9, 2022", "timestamp"),
        ("3 hours ago", "timestamp"),
        ("Listen to this article", "audio_link"),
        ("0:00 / 4:15", "audio_link"),
        ("Share Tweet Email", "share_control"),
        ("FacebookTwitterWhatsApp", "share_control"),
        ("Copy link", "share_control"),
        ("Compartir", "share_control"),
        ("3 1 208", "counter"),
        ("1.2K views", "counter"),
        ("3 comments", "counter"),
        ("5 min read", "counter"),
        ("Home > World > Asia", "navigation"),
        ("World News", "navigation"),
        ("Skip to main content", "navigation"),
        ("By Anna Berg", "byline"),
        ("By ANNA BERG and LI WEI, Associated Press", "byline"),
        ("(Reporting by Anna Berg; editing by Li Wei)", "byline"),
        ("Von Anna Berg", "byline"),
        ("https://example.org/a/b", "other"),
    ],
)
def test_lines_above_the_article(line: str, kind: str) -> None:
    assert furniture.kind_of(line, before=True, after=False) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ MORE: Envoys Leave Without a Date", "read_more"),
        ("Also read: Envoys Leave Without a Date", "read_more"),
        ("See also - Envoys Leave Without a Date", "read_more"),
        ("Lesen Sie auch: Gesandte reisen ab", "read_more"),
        ("Читайте также: Посланники уехали", "read_more"),
        ("Advertisement", "advert"),
        ("Story continues below advertisement", "advert"),
        ("Photo: Anna Berg / NTB", "caption"),
        ("Envoys board their plane. (AP Photo/Anna Berg)", "caption"),
        ("Sign up for our newsletter", "newsletter"),
        ("Get the best of our reporting in your inbox every morning", "newsletter"),
    ],
)
def test_lines_within_the_article(line: str, kind: str) -> None:
    assert furniture.kind_of(line, before=False, after=False) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ship Owners Ask for Escort Through Strait - Union", "related_headline"),
        ("You may also like", "related_headline"),
        ("Most read", "related_headline"),
        ("Tags: Oslo, strait, talks", "tags"),
        ("Oslo, strait, ferry talks, Espen Lund", "tags"),
        ("Community guidelinesDiscussion", "comment_control"),
        ("Leave a reply", "comment_control"),
        ("Your email address will not be published.", "comment_control"),
        ("© 2021 The Harbour Post. All rights reserved.", "legal"),
        ("Terms of usePrivacy policy", "legal"),
        ("Reproduction without written permission is forbidden.", "legal"),
    ],
)
def test_lines_below_the_article(line: str, kind: str) -> None:
    assert furniture.kind_of(line, before=False, after=True) == kind


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.booleans(), st.booleans())
def test_every_line_has_a_kind_and_none_is_body(line: str, before: bool, after: bool) -> None:
    kind = furniture.kind_of(line, before=before, after=after)
    assert kind in PART_KINDS
    assert kind not in ("body", "title", "dateline")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("House rulesAdd a comment", ("house", "rules", "add", "a", "comment")),
        ("UTC8 June", ("utc", "8", "june")),
        ("Editors’ picks", ("editors", "'", "picks")),
        ("e-mail", ("e-mail",)),
        ("1.2K views", ("1.2", "k", "views")),
    ],
)
def test_glued_words_are_parted(line: str, words: tuple[str, ...]) -> None:
    assert wordings.words(line) == words


def test_wordings_are_of_known_kinds_and_places() -> None:
    rows = list(wordings.matches(("share",)))
    assert {match.phrase.kind for match in rows} <= {*PART_KINDS, "ends", "stamp", "clock", "label_published", "label_modified"}
    for kind in ("read_more", "tags", "label_published", "ends"):
        assert wordings.phrases(kind)


@pytest.mark.parametrize(
    ("line", "is_list"),
    [
        ("Oslo, strait, ferry talks", True),
        ("Oslo | strait | ferry talks", True),
        ("Lund, who met the envoys, said so", False),
        ("Oslo, strait", False),
        ("He came, saw, and went.", False),
    ],
)
def test_lists_of_topics(line: str, is_list: bool) -> None:
    assert furniture.is_list_of_topics(line) is is_list
