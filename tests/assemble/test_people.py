"""One person, several names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Span
from dragoman.assemble.actors.people import NameAt, group_people, spelled_otherwise


def grouped(*names: str) -> list[list[str]]:
    """The names in the order they stand, each 100 characters after the one before; grouped by person."""
    placed = [NameAt(name, Span(100 * at, 100 * at + len(name))) for at, name in enumerate(names)]
    return [[name.text for name in group] for group in group_people(placed)]


@pytest.mark.parametrize(
    ("names", "expected", "why"),
    [
        (("Ann Vale", "Vale"), [["Ann Vale", "Vale"]], "a surname"),
        (("Salman", "Omar bin Salman"), [["Salman"], ["Omar bin Salman"]], "the father, not the son"),
        (("Bin Salman", "Omar Bin Salman"), [["Bin Salman", "Omar Bin Salman"]], "the son, by his father's name"),
        (("Vale", "Ann Vale"), [["Vale", "Ann Vale"]], "the surname first"),
        (("Sergei Volin", "Sergey Volin"), [["Sergei Volin", "Sergey Volin"]], "two transliterations"),
        (("Mohammad Sarraf", "Mohammed Sarraf"), [["Mohammad Sarraf", "Mohammed Sarraf"]], "a vowel"),
        (("Andrei Volin", "Andrey Volin", "Andrej Volin"), [["Andrei Volin", "Andrey Volin", "Andrej Volin"]], "i, y and j"),
        (("Yevgeny Volin", "Evgeni Volin"), [["Yevgeny Volin", "Evgeni Volin"]], "a glide"),
        (("Mikhail Volin", "Mihail Volin"), [["Mikhail Volin", "Mihail Volin"]], "kh and h"),
        (("Aleksei Volin", "Alexey Volin"), [["Aleksei Volin", "Alexey Volin"]], "ks and x"),
        (("Walid Sarraf", "Valid Sarraf"), [["Walid Sarraf", "Valid Sarraf"]], "w and v"),
        (
            ("Hussein Sarraf", "Hossein Sarraf", "Hussain Sarraf"),
            [["Hussein Sarraf", "Hossein Sarraf", "Hussain Sarraf"]],
            "vowels",
        ),
        (("Youssef Sarraf", "Yusef Sarraf"), [["Youssef Sarraf", "Yusef Sarraf"]], "ou and u, a doubled letter"),
        (("Maria Silva", "Mario Silva"), [["Maria Silva"], ["Mario Silva"]], "hers and his"),
        (("Maria Silva", "Marie Silva"), [["Maria Silva"], ["Marie Silva"]], "the ending of another name"),
        (("Michael Stone", "Michelle Stone"), [["Michael Stone"], ["Michelle Stone"]], "alike only on paper"),
        (("Michele Stone", "Michelle Stone"), [["Michele Stone"], ["Michelle Stone"]], "his and hers, a doubled letter"),
        (("Martin Weber", "Martina Weber"), [["Martin Weber"], ["Martina Weber"]], "an ending"),
        (("Bernard Roux", "Bernadette Roux"), [["Bernard Roux"], ["Bernadette Roux"]], "an ending of its own"),
        (("Jan Kowal", "Ian Kowal"), [["Jan Kowal"], ["Ian Kowal"]], "two names"),
        (("Daniel Kowal", "David Kowal"), [["Daniel Kowal"], ["David Kowal"]], "one letter in common"),
        (
            ("M. Silva", "Maria Silva", "Mario Silva", "Silva"),
            [["M. Silva", "Maria Silva", "Silva"], ["Mario Silva"]],
            "an initial joins no two names that differ",
        ),
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


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Sergei Volin", "Sergey Volin", "Volin"), ("Sergei Volin", "Sergey Volin")),
        (("J. Pell", "John Pell"), ("J. Pell", "John Pell")),
        (("Nadir Falah Al Hamad", "Al Hamad", "Hamad"), None),
    ],
)
def test_two_spellings_are_told(names: tuple[str, ...], expected: tuple[str, str] | None) -> None:
    assert spelled_otherwise([NameAt(name, Span(at, at + 1)) for at, name in enumerate(names)]) == expected


@given(
    st.lists(
        st.sampled_from(["Ann Vale", "Vale", "Bob Vale", "Sergei Volin", "Sergey Volin", "Ane Vale", "A. Vale", "", ".", "Al"]),
        max_size=12,
    )
)
@settings(max_examples=50)
def test_every_name_is_somebodys_once(names: list[str]) -> None:
    given_ = [name or "X" for name in names]
    assert sorted(name for group in grouped(*given_) for name in group) == sorted(given_)
