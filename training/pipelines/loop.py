"""The training loop that both halves of a pipeline share."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Optimizer
from thinc.schedules import warmup_linear

Scores = dict[str, float]


def optimizer(*, steps: int, rate: float = 0.0015) -> Optimizer:
    """Return Adam with averaged weights, whose rate climbs for 200 steps and falls to nothing at ``steps``."""
    rates: Any = warmup_linear(rate, 200, int(steps * 1.05))
    result: Optimizer = Adam(
        learn_rate=rates,
        beta1=0.9,
        beta2=0.999,
        L2=0.01,
        L2_is_weight_decay=True,
        grad_clip=1.0,
        eps=1e-8,
        use_averages=True,
    )
    return result


def train(
    nlp: Language,
    batches: Iterator[list[Example]],
    *,
    steps: int,
    every: int,
    dropout: float,
    sgd: Optimizer,
    score: Callable[[Language], Scores],
    out: Path,
    last: bool = False,
) -> Scores:
    """Train for ``steps`` batches, write the best state seen to ``out``, and return its scores ("goal" chooses).

    With ``last`` the state at the end is the best, whatever its scores.
    """
    best: Scores = {"goal": -1.0}
    losses: dict[str, float] = {}
    started = time.monotonic()
    words = 0
    for step in range(1, steps + 1):
        batch = next(batches)
        words += sum(len(eg.predicted) for eg in batch)
        nlp.update(batch, sgd=sgd, drop=dropout, losses=losses)
        sgd.step_schedules()  # type: ignore[no-untyped-call]
        if step % every and step != steps:
            continue
        with nlp.use_params(sgd.averages):
            scores = score(nlp)
            if last or scores["goal"] > best["goal"]:
                best = {**scores, "step": float(step)}
                nlp.to_disk(out)
        seconds = time.monotonic() - started
        print(step, f"{seconds:.0f}s", f"{words / seconds:.0f} words/s", _line(losses), _line(scores), flush=True)
        losses = {}
    return best


def batches_by_words(
    draw: Callable[[], Sequence[Example]], rng: random.Random, *, smallest: int, largest: int
) -> Iterator[list[Example]]:
    """Yield batches for ever, each of about as many words as its turn allows; ``draw`` gives one epoch's examples."""
    size = float(smallest)
    while True:
        epoch = list(draw())
        rng.shuffle(epoch)
        batch: list[Example] = []
        words = 0
        for eg in epoch:
            batch.append(eg)
            words += len(eg.predicted)
            if words >= size:
                yield batch
                batch, words = [], 0
                size = min(size * 1.001, largest)


def _line(numbers: dict[str, float]) -> str:
    return " ".join(f"{name}={value:.3g}" if value > 1 else f"{name}={value:.4f}" for name, value in numbers.items())
