"""Actors and statements of short texts: who speaks, who holds which office, what is kept open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from dragoman.annotate import annotate
from dragoman.article import Article, Part, Span, Words
from dragoman.assemble import assemble
from dragoman.lexicon import RECALLED, alternatives, table
from dragoman.record import Actor, Reader, Record, Statement
from tests.strategies import article_of, provenance_of, words


def record_of(article: Article) -> Record:
    record = assemble(article, annotate(article), page=provenance_of(article), reader=Reader("test"))
    record.check_references()
    return record


def read(text: str) -> Record:
    return record_of(article_of(text))


def actor(record: Record, name: str) -> Actor:
    return next(a for a in record.actors if a.name == name)


def statements(record: Record) -> list[Statement]:
    return sorted(record.statements, key=lambda s: (s.content[0].start, -s.content[-1].end))


def names(record: Record, refs: tuple[str, ...]) -> list[str]:
    known = {a.id: a.name for a in record.actors}
    return [known[ref] for ref in refs]


def speakers(record: Record) -> list[list[str]]:
    return [names(record, s.speakers) for s in statements(record)]


def offices(record: Record, name: str) -> list[tuple[str, str | None]]:
    known = {a.id: a.name for a in record.actors}
    return [(o.title, known.get(o.of or "")) for o in actor(record, name).offices]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Envoy Ann Vale said the port was open. Vale said it would close.", [["Ann Vale"], ["Ann Vale"]], "a surname"),
        ("Envoy Ann Vale said the port was open. It would close, she added.", [["Ann Vale"], ["Ann Vale"]], "a pronoun"),
        (
            "Chilean Foreign Minister Ana Soto arrived. The Chilean minister said the port was open.",
            [["Ana Soto"]],
            "office and state",
        ),
        ("Foreign Minister Ana Soto arrived. The minister said the port was open.", [["Ana Soto"]], "office alone"),
        ("The Chilean government said the port was open.", [["Chile"]], "a government"),
        ("Tokyo said the port was open.", [["Japan"]], "a capital"),
        ("Paris Hilton said the port was open. Hilton said it would close.", [["Paris Hilton"]] * 2, "a capital as a first name"),
        ("Chad Smith said the port was open.", [["Chad Smith"]], "a state as a first name"),
        ("The Kremlin said the port was open.", [["Russia"]], "a seat"),
        ("NATO said the port was open.", [["NATO"]], "an organisation"),
        (
            "The U.N. said the port was open. The United Nations said it would close.",
            [["United Nations"]] * 2,
            "two of its names",
        ),
        (
            "The Harbour Commission (HC) said the port was open. The HC added that it might close.",
            [["Harbour Commission"]] * 2,
            "an abbreviation that the page gives",
        ),
        ("Several officials said the port was open.", [["Several officials"]], "unnamed, as the page names them"),
        (
            "A harbour official said the port was open. The harbour official said it would close.",
            [["A harbour official"]] * 2,
            "one unnamed source",
        ),
        ("Norway and Chile said the port was open.", [["Norway", "Chile"]], "a joint statement"),
        ("Envoy Ann Vale said the port was open.\n\n“Nobody will ever close it again.”", [["Ann Vale"]] * 2, "quoted alone"),
        ("It said the port was open.", [[]], "nobody to point at"),
        (
            "The envoys said the port was open. A report of the World Bank came out. They added that it might close.",
            [["The envoys"], ["The envoys"]],
            "they: not one body",
        ),
        ("An official at the World Bank said the port was open.", [["An official at the World Bank"]], "not the bank itself"),
        ("The lawyers of Mr Vale said the port was open.", [["The lawyers of Mr Vale"]], "not the man himself"),
        (
            "The Chilean foreign ministry said the port was open. The ministry added that it might close.",
            [["Chile"], ["Chile"]],
            "the ministry told of before",
        ),
        ("The Orlovian government said the port was open.", [["The Orlovian government"]], "a state the page never names"),
    ],
)
def test_speaker(text: str, expected: list[list[str]], why: str) -> None:
    assert speakers(read(text)) == expected, why


def test_a_pronoun_keeps_its_other_candidates() -> None:
    text = "Envoy Ann Vale arrived. Minister Bob Ray spoke first. He said the port was open."
    (statement,) = read(text).statements
    assert "nearest" in statement.basis["speakers"]


def test_he_and_she_are_two() -> None:
    text = "Ms. Ann Vale said the port was open. She said it would close. Mr. Bob Ray said it was late. He said it was time."
    assert speakers(read(text)) == [["Ann Vale"], ["Ann Vale"], ["Bob Ray"], ["Bob Ray"]]


@pytest.mark.parametrize(
    ("text", "name", "expected", "why"),
    [
        ("Chilean Foreign Minister Ana Soto left.", "Ana Soto", [("foreign minister", "Chile")], "nationality"),
        ("Ana Soto, the foreign minister of Chile, left.", "Ana Soto", [("foreign minister", "Chile")], "of"),
        (
            "Chilean Foreign Minister Ana Soto met her Kenyan counterpart Ima Okoro.",
            "Ima Okoro",
            [("foreign minister", "Kenya")],
            "a counterpart",
        ),
        (
            "Foreign Minister Ana Soto met her Kenyan counterpart Ima Okoro. The Chilean minister left.",
            "Ana Soto",
            [("foreign minister", "Chile")],
            "the state told elsewhere, when only one minister lacks one",
        ),
        (
            "Minister Ana Soto met Minister Ima Okoro. The Chilean minister left.",
            "Ana Soto",
            [("minister", None)],
            "two could be meant: nobody is",
        ),
        ("Former Chilean President Ana Soto left.", "Ana Soto", [("former president", "Chile")], "former"),
        ("UN Secretary-General Ima Okoro left.", "Ima Okoro", [("secretary-general", "United Nations")], "of a body"),
    ],
)
def test_office(text: str, name: str, expected: list[tuple[str, str | None]], why: str) -> None:
    assert offices(read(text), name) == expected, why


def test_inferred_offices_say_so() -> None:
    record = read("Foreign Minister Ana Soto met her Kenyan counterpart Ima Okoro. The Chilean minister left.")
    assert "counterpart" in (actor(record, "Ima Okoro").offices[0].basis or "")
    assert "inferred" in (actor(record, "Ana Soto").offices[0].basis or "")


def test_codes_come_from_the_lexicon_and_say_so() -> None:
    chile = actor(read("Chile said the port was open."), "Chile")
    assert dict(chile.codes) == {"iso3": "CHL", "cow": "155"}
    assert chile.basis["codes"] == "lexicon: states"


def test_a_name_from_the_lexicon_says_so() -> None:
    record = read("Tokyo said the port was open.")
    assert actor(record, "Japan").basis["name"].startswith("lexicon")


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("The IAEA said the port was open.", "International Atomic Energy Agency", True),
        ("The EU said the port was open.", "European Union", True),
        ("The EU said the port was open. The European Union said it would close.", "European Union", False),
        ("The Harbour Commission (HC) left. The HC said the port was open.", "Harbour Commission", False),
    ],
)
def test_a_body_named_by_the_lexicon_says_so(text: str, name: str, named: bool) -> None:
    basis = actor(read(text), name).basis
    assert basis.get("name", "").startswith("lexicon: organisations (") == named
    assert "unchecked" not in basis.get("name", "")


def test_a_row_only_recalled_renames_nobody() -> None:
    recalled = [row for row in table("organisations") if row["source"] == RECALLED and row["names"]]
    assert recalled
    for row in recalled:
        (name, *_) = alternatives(row["names"])
        found = {a.name: a for a in read(f"{name} said the port was open.").actors if a.kind == "organisation"}
        assert row["name"] not in found
        assert all("name" not in a.basis for a in found.values())


def test_two_spellings_of_one_person_say_so() -> None:
    record = read("Envoy Sergei Volin said the port was open. Sergey Volin said it would close.")
    assert "two spellings" in actor(record, "Sergei Volin").basis["names"]
    record = read("Envoy Maria Silva said the port was open. Minister Mario Silva said it would close.")
    assert [names(record, s.speakers) for s in statements(record)] == [["Maria Silva"], ["Mario Silva"]]
    assert "names" not in actor(record, "Maria Silva").basis


@pytest.mark.parametrize(
    ("text", "speaker", "candidates", "why"),
    [
        ("Former President Juan Perez left. The president said the port was open.", [], ["Juan Perez"], "he was once"),
        ("Then President Juan Perez left. The president said the port was open.", [], ["Juan Perez"], "then"),
        ("Juan Perez, a former president of Chile, left. The president said the port was open.", [], ["Juan Perez"], "behind"),
        (
            "Former President Juan Perez met President Ana Soto. The president said the port was open.",
            ["Ana Soto"],
            [],
            "there is one who is",
        ),
        (
            "Former President Juan Perez met President Ana Soto. The former president said the port was open.",
            ["Juan Perez"],
            [],
            "the words say former",
        ),
        ("Since then President Juan Perez has left. The president said the port was open.", ["Juan Perez"], [], "since then"),
        ("Acting President Juan Perez left. The president said the port was open.", ["Juan Perez"], [], "acting is in office"),
    ],
)
def test_who_held_an_office_once_is_a_candidate(text: str, speaker: list[str], candidates: list[str], why: str) -> None:
    record = read(text)
    (statement,) = record.statements
    assert (names(record, statement.speakers), names(record, statement.candidates)) == (speaker, candidates), why


def test_a_state_that_no_table_knows_says_why_it_is_one() -> None:
    record = read("Orlovia signed. Orlovian Foreign Minister Ada Crane said the port was open.")
    orlovia = actor(record, "Orlovia")
    assert (orlovia.kind, dict(orlovia.codes), "kind" in orlovia.basis) == ("state", {}, True)
    assert offices(record, "Ada Crane") == [("foreign minister", "Orlovia")]


def test_successor() -> None:
    record = read("The Soviet Union agreed to open the port. Russia said it was open.")
    (succession,) = actor(record, "Russia").succeeds
    assert succession.actor == actor(record, "Soviet Union").id
    assert succession.basis == "lexicon: predecessors"


def test_a_tag_with_another_spelling_is_the_same_person() -> None:
    text = "Envoy Sergey Volin said the port was open.\nSergei Volin, ports"
    tag = Span(43, 55)
    parts = (Part("body", Span(0, 42)), Part("tags", Span(43, len(text))))
    record = record_of(Article("a", text, "en", parts, tags=(Words("Sergei Volin", tag),)))
    volin = actor(record, "Sergey Volin")
    assert volin.names == ("Sergei Volin",)
    assert tag in volin.mentions


@pytest.mark.parametrize(
    ("text", "act", "why"),
    [
        ("Chile condemned the raid.", "condemn", "by its cue"),
        ("Chile urged Norway to open the port.", "request", "by its cue"),
        ("Chile vowed to keep the port.", "promise", "by its cue"),
        ("Chile said that Norway must open the port.", "demand", "by its words"),
        ("Chile said that it would not sign the accord.", "reject", "by its words"),
        ("Chile expressed concern about the port.", "warn", "by what it expressed"),
        ("Chile said that the port was open.", "assert", "plain"),
    ],
)
def test_act(text: str, act: str, why: str) -> None:
    (statement,) = read(text).statements
    assert statement.act == act, why


def test_manner() -> None:
    found = {s.mention and s.manner for s in read("Vale believes that the port is open.").statements}
    assert found == {"held"}
    (tweet,) = read("Envoy Ann Vale tweeted that the port was open.").statements
    assert tweet.manner == "written"


def test_question_and_answer_are_addressed_to_each_other() -> None:
    record = read("When asked by journalists whether the port would close, Envoy Ann Vale replied that it would not.")
    question, answer = statements(record)
    assert answer.answers == question.id
    assert names(record, answer.addressees) == ["journalists"]
    assert "inferred" in answer.basis["addressees"]
    assert names(record, question.addressees) == ["Ann Vale"]
    assert question.act == "ask"


def test_an_answer_goes_to_whom_the_page_names() -> None:
    record = read("When asked by journalists whether the port would close, Envoy Ann Vale told the council that it would not.")
    _, answer = statements(record)
    assert names(record, answer.addressees) == ["the council"]
    assert "addressees" not in answer.basis


def test_added_words_go_to_the_same_ears() -> None:
    record = read("Envoy Ann Vale told Chile that the port was open, adding that it might close on Monday.")
    assert [names(record, s.addressees) for s in statements(record)] == [["Chile"], ["Chile"]]


def test_inside_refers_to_the_outer_statement() -> None:
    record = read("Envoy Ann Vale said that the Chilean minister had stressed the need for patience.")
    outer, inner = statements(record)
    assert (outer.inside, inner.inside) == (None, outer.id)


def test_unread_articles_have_no_facts() -> None:
    text = "La ministre Ana Soto said that the port was open."
    article = Article("a", text, "fr", (Part("body", Span(0, len(text))),), unread="French")
    assert not read_nothing(article).actors


def read_nothing(article: Article) -> Record:
    record = record_of(article)
    assert not record.statements
    return record


@given(words)
@settings(max_examples=40)
def test_sound_records_from_any_text(text: str) -> None:
    record = read(text)
    assert record | record == record
    assert all(s.evidence and s.confidence is None for s in record.statements)
