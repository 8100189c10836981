"""Every set from its own format to the one form, over invented lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.prepare import SOURCES, main, prepare
from training.standoff import Document, Layer, faults, read_documents

Found = dict[tuple[str, str], Document]


@pytest.fixture
def found(data: Path) -> Found:
    return {(one.dataset, one.id): one for one in prepare(data, SOURCES).documents}


def names(document: Document) -> list[tuple[str, str, str]]:
    return [(document.words(one.span), one.form, "/".join(sorted(one.types))) for one in document.mentions]


def test_no_document_is_faulty(found: Found) -> None:
    assert len(found) >= 19
    assert [fault for document in found.values() for fault in faults(document)] == []


def test_polnear_keeps_versions_trims_blanks_and_skips_what_is_not_in_the_text(found: Found) -> None:
    article = found["polnear", "own-1"]
    said = [[article.words(span) for span in (*one.sources, *one.cues, *one.contents)] for one in article.attributions]
    assert said == [["Ada Venn", "said", "the salt treaty was dead"], ["she", "said", "“We shall wait,”"]]
    assert [version.annotator for version in article.versions] == ["a", "b"]
    assert [article.words(mask.span) for mask in article.masks] == ["Harbour talks"]
    assert found["polnear", "own-2"].masks == ()


def test_ewt_has_syntax_over_the_whole_document_and_factuality_where_words_agree(found: Found) -> None:
    page = found["ud-ewt", "weblog-own"]
    assert [page.words(token.span) for token in page.tokens] == ["Ada", "did", "n't", "sign", ".", "France", "waited", "."]
    assert [token.head for token in page.tokens] == [3, 3, 3, None, 3, 6, None, 6]
    assert page.tokens[1].features == ("Mood=Ind", "Tense=Past")
    # The second sentence's predicates include a full stop: counted otherwise, so none of them is taken.
    assert [(page.words(event.trigger), event.factuality, event.status) for event in page.events if event.trigger] == [
        ("sign", -1.2, None)
    ]


def test_uner_gives_names_and_masks_sentences_with_other_words(found: Found) -> None:
    page = found["ud-ewt", "weblog-dev"]
    assert names(page) == [("Uwe", "name", "person")]
    assert [page.words(mask.span) for mask in page.masks] == ["Norway waited."]
    assert Layer.MENTIONS in page.annotated
    assert Layer.MENTIONS not in found["ud-ewt", "weblog-own"].annotated


def test_gum_has_phrases_chains_and_times(found: Found) -> None:
    page = found["gum", "GUM_news_own"]
    assert names(page) == [
        ("The envoy", "nominal", "person"),
        ("Ada Venn", "name", "person"),
        ("He", "pronoun", "person"),
        ("the salt talks", "nominal", "gathering"),
    ]
    assert [page.words(span) for span in page.chains[0].spans] == ["The envoy", "He"]
    assert [page.words(time.span) for time in page.times] == ["Monday"]
    assert [page.words(mask.span) for mask in page.masks] == ["recently"]
    assert page.names_of == frozenset()
    onto = found["ontogum", "GUM_news_own"]
    assert [[onto.words(span) for span in chain.spans] for chain in onto.chains] == [["The envoy", "He"]]


def test_wikipedia_sets(found: Found) -> None:
    article = found["redocred", "dev-000"]
    assert names(article) == [
        ("Ada Venn", "name", "person"),
        ("France", "name", "state"),
        ("Treaty of Orlo", "name", "instrument"),
    ]
    assert article.text == "Ada Venn was born in Vell, France. The Treaty of Orlo later ended the war."
    assert [article.words(mask.span) for mask in article.masks] == ["later"]
    assert names(found["crossner-politics", "train-000"]) == [("Ada Venn", "name", "person"), ("France", "name", "state")]
    event = found["crossner-politics", "dev-000"]  # a war may be a gathering or none of ours: masked, teaches neither
    assert names(event) == []
    assert [event.words(mask.span) for mask in event.masks] == ["Salt War"]
    assert names(found["wikigold", "001"]) == [("German", "name", "nationality")]


def test_re3d_strips_articles_masks_doubt_and_skips_other_words(found: Found) -> None:
    release = found["re3d", "CENTCOM-d"]
    assert names(release) == [("Salt Board", "name", "organisation"), ("him", "pronoun", "person")]
    assert [release.words(mask.span) for mask in release.masks] == ["Vell"]
    assert [release.words(time.span) for time in release.times] == ["today"]


def test_meantime_is_masked_behind_the_sentences_annotated_in_full(found: Found) -> None:
    article = found["meantime", "1_own"]
    assert names(article) == [("Salt Board", "name", "organisation")]
    (event,) = article.events
    assert event.trigger is not None
    assert (article.words(event.trigger), event.status) == ("meet", "planned")
    assert [(one.role, [article.words(span) for span in one.spans]) for one in event.participants] == [
        ("agent", ["The Salt Board"])
    ]
    assert [(article.words(time.span), time.kind) for time in article.times] == [("May 10", "DATE")]
    assert [article.words(mask.span) for mask in article.masks] == ["Talks"]


def test_novels_pronouns_and_questions(found: Found) -> None:
    novel = found["litbank", "own"]
    assert [[novel.words(span) for span in chain.spans] for chain in novel.chains] == [["The captain"]]
    assert Layer.EVENTS not in novel.annotated
    snippet = found["gap", "own-validation-18"]
    assert [(snippet.words(span), right) for span, right in snippet.pronouns[0].candidates] == [("Ada", True), ("Eva", False)]
    assert ("gap", "own-development-3") not in found
    asked = found["qasrl", "W:wikinews:1"]
    roles = {one.role: [asked.words(span) for span in one.spans] for one in asked.events[0].participants}
    assert roles == {"agent": ["Ada"], "patient": ["the treaty"]}


def test_plv_keeps_both_readings_of_yield_and_skips_other_sentences(found: Found) -> None:
    sentence = found["plv", "1-0"]
    assert sorted(sentence.events[0].types) == ["CONCEDE", "RETREAT"]
    assert {one.role: sentence.words(one.spans[0]) for one in sentence.events[0].participants} == {
        "source": "Kesh",
        "target": "Vell's men",
    }
    assert ("plv", "2-1") not in found


def test_measures_are_dev_only_and_newswire_keeps_the_pages_spaces(found: Found) -> None:
    aligned, joined = found["worldwide-newswire", "own_1"], found["worldwide-newswire", "own_2"]
    assert aligned.spaced
    assert not joined.spaced
    assert "left  France" in aligned.text
    assert names(aligned) == names(joined) == [("Ada Venn", "name", "person"), ("France", "name", "state")]
    told = found["timebank-aquaint", "own"]
    assert [told.words(time.span) for time in told.times] == ["Monday"]
    assert told.text.strip().startswith('"Salt is dear," Ada')
    assert {one.split for one in (aligned, joined, told)} == {"dev"}


def test_writes_the_same_bytes_twice_and_says_what_it_left_out(data: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for out in (first, second):
        main(["--data", str(data), "--out", str(out)])
    files = sorted(path.name for path in first.iterdir())
    assert files == sorted(path.name for path in second.iterdir())
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in files)
    manifest = json.loads((first / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["left out"]["polnear: a fragment outside the text"] == 2
    assert manifest["left out"]["gap: the words at the offsets are others"] == 1
    assert manifest["left out"]["timebank-aquaint: no well-formed XML"] == 1
    assert manifest["written"]["polnear.dev.jsonl"]["counts"]["attributions"] == 2
    (document,) = read_documents(first / "polnear.dev.jsonl")
    assert document.id == "own-2"


def test_leaves_out_what_has_no_licence(data: Path, tmp_path: Path) -> None:
    main(["--data", str(data), "--out", str(tmp_path / "out"), "--without-unlicensed"])
    written = {path.name.partition(".")[0] for path in (tmp_path / "out").glob("*.jsonl")}
    assert "ud-ewt" in written
    assert not written & {"polnear", "plv"}


def test_a_training_sentence_that_a_measure_holds_is_masked_or_its_document_dropped(data: Path) -> None:
    text = "The envoy met Uwe Venn on Monday."  # as in GUM's dev
    marked = text.replace("The envoy", "<s>The envoy</s>").replace("Uwe Venn", "<t>Uwe Venn</t>")
    with (data / "plv/train.tsv").open("a", encoding="utf-8") as rows:
        rows.write(f"\t3\t{text}\t{marked}\tCONSULT\n")
    found = prepare(data, SOURCES)
    assert "3-2" not in {one.id for one in found.documents}
    assert found.shared["plv"] == {"documents dropped": 1, "sentences dropped": 1, "shared with gum": 1}
