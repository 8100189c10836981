"""Datelines: where a report was written, by which agency, on which day."""

from __future__ import annotations

import gzip
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Span
from dragoman.extract import dateline

REST = " The ministers met on Monday."


@pytest.mark.parametrize(
    ("opening", "place", "agency", "day"),
    [
        ("OSLO (Reuters) -", "Oslo", "Reuters", None),
        ("GENEVA, March 3 (Reuters) -", "Geneva", "Reuters", "March 3"),
        ("QUITO, Nov. 9, 2021 /Andina/ --", "Quito", "Andina", "Nov. 9, 2021"),
        ("VIENNA, June 6. /TASS/.", "Vienna", "TASS", "June 6"),
        ("PARIS/LONDON, June 6. /TASS/.", "Paris/London", "TASS", "June 6"),
        ("BEIJING, July 25 (Xinhua) --", "Beijing", "Xinhua", "July 25"),
        ("AMMAN – 14 May 2021:", "Amman", None, "14 May 2021"),
        ("AMMAN- 14 May 2021:", "Amman", None, "14 May 2021"),
        ("SEOUL—", "Seoul", None, None),
        ("Oslo –", "Oslo", None, None),
        ("The Hague –", "The Hague", None, None),
        ("LA PAZ.-", "La Paz", None, None),
        ("JEDDAH:", "Jeddah", None, None),
        ("NEW DELHI:", "New Delhi", None, None),
        ("KUWAIT CITY, July 25:", "Kuwait City", None, "July 25"),
        ("KYIV, Ukraine —", "Kyiv, Ukraine", None, None),
        ("ST. PETERSBURG, Russia (AP) —", "St. Petersburg, Russia", "AP", None),
        ("HOBART and PORT MORESBY, Aug 3 2021 (IPS) -", "Hobart and Port Moresby", "IPS", "Aug 3 2021"),
        ("ASTANA. KAZINFORM -", "Astana", "KAZINFORM", None),
        ("Damascus, SANA-", "Damascus", "SANA", None),
        ("Ulaanbaatar /MONTSAME/.", "Ulaanbaatar", "MONTSAME", None),
        ("(Reuters) LONDON -", "London", "Reuters", None),
        ("(Reuters) -", None, "Reuters", None),
        ("Harbour News, 25 March -", None, "Harbour News", "25 March"),
    ],
)
def test_wire_styles(opening: str, place: str | None, agency: str | None, day: str | None) -> None:
    text = f"Above it.\n{opening}{REST}"
    found = dateline.find(text, Span(10, len(text)))
    assert found is not None
    assert (found.place, found.agency, found.date and found.date.text) == (place, agency, day)
    assert text[found.span.start : found.span.end] == opening
    if found.date is not None and found.date.span is not None:
        assert text[found.date.span.start : found.date.span.end] == day


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("NATO - the alliance of thirty states - met on Monday.", "a body, no city"),
        ("NATO – Ministers of the alliance met on Monday.", "a body, no city"),
        ("The U.S. - Canada border stays open.", "in the midst of a sentence"),
        ("U.S. - Canadian talks begin.", "a state's letters"),
        ("Iran - which has denied it - said so again.", "an aside"),
        ("Analysis: What the ministers left out", "a label"),
        ("READ MORE: Talks Go On", "a label"),
        ("On Monday – The day of the vote.", "a day"),
        ("Russia expects to go on with the talks.", "a sentence"),
        ("Norway's minister - Espen Lund - was there.", "a possessive"),
        ('"Oslo – the city of peace", he said.', "a quotation"),
        ("12 ministers met.", "a number"),
        ("Oslo", "nothing follows"),
    ],
)
def test_what_only_looks_like_one(text: str, why: str) -> None:
    assert dateline.find(text, Span(0, len(text))) is None, why


def test_speakers_who_take_turns_are_no_cities() -> None:
    one = "LUND: We are not there yet."
    turns = f"{one}\nQUESTION: When will you be?\nLUND: Ask them.\nQUESTION: Whom?\n"
    assert dateline.find(turns, Span(0, len(one))) is None
    assert dateline.find("BERGEN: We are not there yet, the minister said.", Span(0, 48)) is not None


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet='ABC abc.,:;-–—/()[]0123456789\n"March', min_size=1, max_size=120))
def test_it_lies_at_the_beginning_and_holds_its_words(text: str) -> None:
    found = dateline.find(text, Span(0, len(text)))
    if found is not None:
        assert found.span.start == 0
        assert found.span.end <= len(text)
        words = text[: found.span.end]
        assert all(part.casefold() in words.casefold() for part in (found.place, found.agency) if part)


@pytest.mark.shared
def test_datelines_of_an_agency_in_bulk() -> None:
    """Leads that name the agency between strokes have a dateline: nearly every one must be found, with its place and day."""
    path = Path(os.environ["DRAGOMAN_DATA"], "data", "headlines", "tass_sputnik_2025-26.tsv.gz")
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        leads = [cells[3] for row in rows if len(cells := row.rstrip("\n").split("\t")) > 3 and "/. " in cells[3]]
    found = [dateline.find(lead, Span(0, len(lead))) for lead in leads]
    assert len(leads) > 16_000
    assert sum(origin is not None and None not in (origin.place, origin.agency, origin.date) for origin in found) >= 0.99 * len(
        leads
    )
    agencies = Counter(origin.agency for origin in found if origin)
    assert agencies.most_common(1)[0][1] >= 0.99 * len(leads)
