"""How fast the tagger reads, beside the bare encoder in the same run: wordpieces a second, the tagger's share of that, memory.

    python -m benchmarks.speed_tagger                     60 articles of the newswire, with one thread and with two
    python -m benchmarks.speed_tagger --articles 300 --rounds 5

The bare encoder is the shipped graph cut before its heads: the same weights in bytes, the same options of onnxruntime, windows of
at most 256 wordpieces, longest first, one a call, as the tagger reads them; but without overlap, without cutting text into
wordpieces, and nothing is done with what it gives. The tagger gets the texts and gives Tags, all of them made. Both read the same
articles in turn, round by round, and both rates count the wordpieces of the articles, each once.

Each number of threads has a process of its own on so many cores; numpy adds none (OPENBLAS_NUM_THREADS=1). Rates are of the wall
clock, so on a machine that others use too they are low, for both alike; beside them stand those by processor time. Needs onnx.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.newswire import articles
from dragoman.tagger import Tagger
from dragoman.tagger.model_file import GRAPH, SHIPPED

TOGETHER = 20
"""Articles that one turn reads."""
CUT = "encoded"
"""The encoder's own rows, as training/export.py names them in the graph."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Of one number of threads: seconds by the wall clock and of processors for a wordpiece, and memory in MiB."""

    threads: int
    wordpieces: int
    bare: float
    bare_busy: float
    tagger: float
    tagger_busy: float
    memory_before: float
    memory_after: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=SHIPPED, help="a model folder in place of the shipped one")
    parser.add_argument("--articles", type=int, default=60, help="how many, drawn at random with a fixed seed")
    parser.add_argument("--rounds", type=int, default=3, help="how often each article is read; medians count")
    parser.add_argument("--threads", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        print(json.dumps(asdict(measured(given.model, given.articles, given.rounds, given.threads[0]))))
        return
    print("         by the clock                       by processor time                   memory, MiB")
    print("threads  bare encoder  tagger       share   bare encoder  tagger       share    model loaded, peak")
    for threads in given.threads:
        one = in_own_process(given, threads)
        clock, busy = (beside(*pair) for pair in ((one.bare, one.tagger), (one.bare_busy, one.tagger_busy)))
        print(f"{one.threads:7}  {clock}  {busy}    {one.memory_before:.0f}, {one.memory_after:.0f}")
    print(f"{given.articles} articles, {one.wordpieces:,} wordpieces")


def beside(bare: float, tagger: float) -> str:
    """Two rates and the share, from seconds a wordpiece."""
    return f"{1 / bare:10,.0f}/s  {1 / tagger:8,.0f}/s  {bare / tagger:6.2f}"


def in_own_process(given: argparse.Namespace, threads: int) -> Speed:
    """The figures of a process that is started for them; numpy's own threads would be more than it was told to use."""
    options = ["--model", str(given.model), "--articles", str(given.articles), "--rounds", str(given.rounds)]
    command = [sys.executable, "-m", "benchmarks.speed_tagger", *options, "--threads", str(threads), "--alone"]
    limits = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    told = subprocess.run(command, env=os.environ | limits, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return Speed(**json.loads(told))


def measured(model: Path, count: int, rounds: int, threads: int) -> Speed:
    from dragoman.tagger.model_file import open_model
    from dragoman.tagger.pieces import cut_all

    on_cores(threads)
    texts = drawn(count)
    tagger = Tagger(model, threads=threads)
    tagger.tag(texts[:1])
    before = memory()
    for at in range(0, len(texts), TOGETHER):
        tagger.tag(texts[at : at + TOGETHER])
    after = memory()
    opened = open_model(model)
    pieces = cut_all(texts, opened.tokenizer)
    bare = bare_session(model)
    total = sum(map(len, pieces))
    seconds = {"bare": np.zeros(2), "tagger": np.zeros(2)}
    for at in range(0, len(texts), TOGETHER):
        turn = slice(at, at + TOGETHER)
        ways: dict[str, Callable[[], object]] = {
            "bare": partial(read_bare, bare, pieces[turn], threads),
            "tagger": partial(tagger.tag, texts[turn]),
        }
        took: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
        for _ in range(rounds + 1):
            for name, way in ways.items():
                took[name].append(timed(way))
        for name, each in took.items():
            # The first round only warms up.
            seconds[name] += np.median(each[1:], axis=0) / total
    (bare_wall, bare_busy), (tagger_wall, tagger_busy) = (seconds[name].tolist() for name in ("bare", "tagger"))
    return Speed(threads, total, bare_wall, bare_busy, tagger_wall, tagger_busy, before, after)


def timed(what: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of all processors together."""
    clock, processors = time.perf_counter(), time.process_time()
    what()
    return time.perf_counter() - clock, time.process_time() - processors


def drawn(count: int) -> list[str]:
    pages, _ = articles()
    chosen = random.Random(20261125).sample(pages, min(count, len(pages)))
    return [page.content.decode("utf-8", "replace") for page in chosen]


def bare_session(model: Path) -> Any:
    """The shipped graph up to the encoder's rows, in a session like the tagger's."""
    import onnx  # type: ignore[import-not-found,import-untyped,unused-ignore]

    from dragoman.tagger.model_file import session

    whole = onnx.load(str(model / GRAPH))
    body = whole.graph
    maker = {name: node for node in body.node for name in node.output}
    needed, asked = set(), [CUT]
    while asked:
        if (node := maker.get(asked.pop())) is not None and node.name not in needed:
            needed.add(node.name)
            asked += node.input
    kept = [node for node in body.node if node.name in needed]
    used = {name for node in kept for name in node.input}
    weights = [weight for weight in body.initializer if weight.name in used]
    rows = onnx.helper.make_tensor_value_info(CUT, onnx.TensorProto.FLOAT, ["windows", "length", None])
    cut = onnx.helper.make_graph(kept, "encoder", list(body.input), [rows], weights)
    made = onnx.helper.make_model(cut, opset_imports=list(whole.opset_import), ir_version=whole.ir_version)
    return session(made.SerializeToString())


def read_bare(session: Any, pieces: Sequence[Any], threads: int) -> None:
    """Every wordpiece once, in windows without overlap."""
    from dragoman.tagger.encoder import in_threads
    from dragoman.tagger.windows import rows, windows

    def read(number: int, window: Any) -> None:
        inputs = zip(("ids", "shapes", "gaps"), rows(pieces[number], window, len(window) + 2), strict=True)
        session.run([CUT], {name: figures[None] for name, figures in inputs})

    every = [(number, window) for number, one in enumerate(pieces) for window in windows(len(one), overlap=0)]
    every.sort(key=lambda one: -len(one[1]))
    executor: Executor | None
    with in_threads(threads) as executor:
        for _ in map(read, *zip(*every, strict=True)) if executor is None else executor.map(read, *zip(*every, strict=True)):
            pass


def on_cores(count: int) -> None:
    """Keeps this process to so many cores, where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


def memory() -> float:
    """Peak so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


if __name__ == "__main__":
    main()
