"""UD English Web Treebank with what others laid over it: names (Universal NER, dev only) and factuality (UDS 2, both splits).

Annotations CC BY-SA 4.0. One document of the web is one document here, so the splits of the three stay those of the treebank.
UNER: PER person; ORG organisation; LOC state if the lexicon names one so, nationality if it is a demonym, else place. UDS 2
counts words as the treebank did in its version 1.2. Where one of a sentence's predicates lands on a word that cannot be one
(punctuation, preposition…), the counting differs and the whole sentence's factuality is left out. Above 0.5 an event has
happened.
"""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from training.columns import Tagged, read_tagged, tagged_spans
from training.conllu import Placed, Sentence, documents_of, place, read_sentences
from training.kinds import ORGANISATION, PERSON, PLACE, STATE, place_kinds
from training.skips import Reading, Skip
from training.standoff import Document, Event, Layer, Mask, Mention, MentionType, Split

NAME = "ud-ewt"
LAYERS = frozenset({Layer.SENTENCES, Layer.TOKENS, Layer.UPOS, Layer.FEATURES, Layer.SYNTAX})
PREDICATES = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX", "PRON", "NUM", "ADV", "INTJ", "SYM", "DET"})
HAPPENED = 0.5  # the 27,403 values of UDS lie about -1.2, 0 and 1.1 with gaps at ±0.5; 16 % are the unsure ones between


@dataclass(frozen=True, slots=True)
class Factual:
    word: int  # from 0 within the sentence
    value: float


def read(treebank: Path, names: Path, decompositional: Path) -> Reading:
    factual = read_factuality(decompositional)
    named = {sentence.comments["sent_id"]: sentence for sentence in read_tagged(names / "dev.iob2", form=1, tags=(2,))}
    splits: tuple[Split, ...] = ("train", "dev")
    for split in splits:
        source = (treebank / f"{split}.conllu").read_text(encoding="utf-8")
        for item in documents_of(read_sentences(source, NAME)):
            if isinstance(item, Skip):
                yield item
            else:
                yield from _document(*item, split, factual, named if split == "dev" else {})


def read_factuality(folder: Path) -> dict[str, list[Factual]]:
    """Factuality by the treebank's own name of the sentence."""
    ids = json.loads(gzip.decompress((folder / "ud_ids.json.gz").read_bytes()))
    with zipfile.ZipFile(folder / "sent_factuality.zip") as archive:
        graphs = json.loads(archive.read("factuality.json"))["data"]
    found = defaultdict(list)
    for graph, nodes in graphs.items():
        for node, said in nodes.items():
            word = re.search(r"-pred-(\d+)$", node)
            if word and graph in ids and (value := said.get("factuality", {}).get("factual")):
                found[ids[graph]["sentence_id"]].append(Factual(int(word[1]) - 1, value["value"]))
    return found


def _document(
    name: str,
    sentences: Sequence[Sentence],
    split: Split,
    factual: Mapping[str, Sequence[Factual]],
    named: Mapping[str, Tagged],
) -> Reading:
    placed = place(sentences)
    events: list[Event] = []
    masks: list[Mask] = []
    for number, sentence in enumerate(sentences):
        own = factual.get(sentence.comments["sent_id"], ())
        if all(one.word < len(sentence.rows) and sentence.rows[one.word].upos in PREDICATES for one in own):
            events += (_event(placed, number, one) for one in own)
        else:
            yield Skip(NAME, sentence.comments["sent_id"], "UDS counts this sentence's words otherwise")
        tagged = named.get(sentence.comments["sent_id"])
        if named and (not tagged or tagged.words != [row.form for row in sentence.rows]):
            yield Skip(NAME, sentence.comments["sent_id"], "UNER has other words in this sentence")
            named = {key: value for key, value in named.items() if key != sentence.comments["sent_id"]}
            masks.append(Mask(placed.sentences[number], frozenset({Layer.MENTIONS}), "not in UNER"))
    mentions = [mention for number, sentence in enumerate(sentences) for mention in _mentions(placed, number, sentence, named)]
    yield Document(
        id=name,
        dataset=NAME,
        split=split,
        text=placed.text,
        annotated=LAYERS | ({Layer.FACTUALITY} if events else set()) | ({Layer.MENTIONS} if named else set()),
        names_of=frozenset({PERSON, ORGANISATION, PLACE, STATE}) if named else frozenset(),
        genre=name.split("-")[0],
        sentences=placed.sentences,
        tokens=placed.tokens,
        mentions=tuple(mentions),
        events=tuple(sorted(events, key=lambda event: event.clause.start)),
        masks=tuple(masks),
    )


def _event(placed: Placed, number: int, one: Factual) -> Event:
    trigger = placed.tokens[placed.firsts[number] + one.word].span
    status: Literal["happened"] | None = "happened" if one.value >= HAPPENED else None
    return Event(placed.sentences[number], trigger, status=status, factuality=one.value)


def _mentions(placed: Placed, number: int, sentence: Sentence, named: Mapping[str, Tagged]) -> Iterator[Mention]:
    """Names of one sentence. The two files count words alike, or the sentence is not there (checked by the caller)."""
    tagged = named.get(sentence.comments["sent_id"])
    if not tagged:
        return
    for run in tagged_spans(tagged.tags()):
        first = placed.firsts[number]
        span = placed.tokens[first + run.first].span.to(placed.tokens[first + run.last - 1].span)
        yield Mention(span, _kinds(run.label, placed.text[span.start : span.end]), label=run.label)


def _kinds(label: str, words: str) -> frozenset[MentionType]:
    if label == "LOC":
        return place_kinds(words)
    return frozenset({PERSON if label == "PER" else ORGANISATION})
