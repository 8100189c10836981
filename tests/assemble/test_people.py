"""One person, several names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Span
from dragoman.assemble.people import NameAt, group_people


def grouped(*names: str) -> list[list[str]]:
    """The names in the order they stand, each 100 characters after the one before; grouped by person."""
    placed = [NameAt(name, Span(100 * at, 100 * at + len(name))) for at, name in enumerate(names)]
    return [[name.text for name in group] for group in group_people(placed)]


@pytest.mark.parametrize(
    ("names", "expected", "why"),
    [
        (("Ann Vale", "Vale"), [["Ann Vale", "Vale"]], "a surname"),
        (("Vale", "Ann Vale"), [["Vale", "Ann Vale"]], "the surname first"),
        (("Sergei Volin", "Sergey Volin"), [["Sergei Volin", "Sergey Volin"]], "two transliterations"),
        (("Mohammad Sarraf", "Mohammed Sarraf"), [["Mohammad Sarraf", "Mohammed Sarraf"]], "a vowel"),
        (("Ann Vale", "Bob Vale"), [["Ann Vale"], ["Bob Vale"]], "two of one family"),
        (("Ann Vale", "Bob Vale", "Vale"), [["Ann Vale", "Vale"], ["Bob Vale"]], "the bare surname: who was introduced first"),
        (("Abdel El-Karim", "Karim"), [["Abdel El-Karim", "Karim"]], "the article falls away"),
        (
            ("Amir-Hosseini", "Reza Amir-Hosseini", "Hosseini"),
            [["Amir-Hosseini", "Reza Amir-Hosseini", "Hosseini"]],
            "a double name",
        ),
        (("Dr. Ima Okoro", "Mr Okoro"), [["Dr. Ima Okoro", "Mr Okoro"]], "courtesies"),
        (("José Peña", "Jose Pena"), [["José Peña", "Jose Pena"]], "accents"),
        (("Zaim Aziz", "Zaim"), [["Zaim Aziz", "Zaim"]], "a given name alone, as in much of Asia"),
        (("J. Pell", "John Pell"), [["J. Pell", "John Pell"]], "an initial"),
        (
            ("Nadir Falah Al Hamad", "Nadir Al Hamad", "Al Hamad"),
            [["Nadir Falah Al Hamad", "Nadir Al Hamad", "Al Hamad"]],
            "left-out names",
        ),
        (("Ann Vale", "Ann Soto"), [["Ann Vale"], ["Ann Soto"]], "a given name is no person"),
    ],
)
def test_grouped(names: tuple[str, ...], expected: list[list[str]], why: str) -> None:
    assert grouped(*names) == expected, why


@given(
    st.lists(
        st.sampled_from(["Ann Vale", "Vale", "Bob Vale", "Sergei Volin", "Sergey Volin", "A. Vale", "", ".", "Al"]), max_size=12
    )
)
@settings(max_examples=50)
def test_every_name_is_somebodys_once(names: list[str]) -> None:
    given_ = [name or "X" for name in names]
    assert sorted(name for group in grouped(*given_) for name in group) == sorted(given_)
