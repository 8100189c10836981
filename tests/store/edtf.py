"""Dates in EDTF that mean at least one day."""

from __future__ import annotations

from hypothesis import strategies as st

years = st.integers(1, 9999).map(lambda year: f"{year:04}")
_days = st.dates().map(lambda day: day.isoformat())
_months = st.dates().map(lambda day: day.isoformat()[:7])
_parts = st.tuples(years, st.integers(21, 41)).map(lambda both: f"{both[0]}-{both[1]}")
_decades = st.integers(1, 999).map(lambda decade: f"{decade:03}X")
_centuries = st.integers(1, 99).map(lambda century: f"{century:02}XX")
_times = st.datetimes().map(lambda time: f"{time:%H:%M}")
_timed = st.tuples(_days, _times, st.sampled_from(["", "Z", "+03:00"])).map(lambda parts: f"{parts[0]}T{parts[1]}{parts[2]}")

certain = _days | _months | years | _parts | _decades | _centuries
dates = st.tuples(certain, st.sampled_from(["", "?", "~", "%"])).map("".join) | _timed
"""One date: a day, a month, a part of a year, a year, ten or a hundred years, with or without doubt; or a time of a day."""
