"""Fit the log-odds of linking and write them as data.

    python training/linking/fit.py --shared ../shared --out src/recuento/lexicon/shared/link_weights.toml

Logistic regression on pairs of accounts of ``bench/gva`` and ``bench/timelines``: one number for each way in which a
field can compare. Numbers alone are learned, no words. Each is drawn towards what an analyst would expect
(`_EXPECTED`), strongly where the data cannot tell (all of one set lies in one country). The figures held out come from
a fit on half of the incidents, measured on the other half.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from training.linking.labelled import Pair, gun_violence, pairs_of, stories

from recuento.link import Linker

_SEED = 0  # nothing is drawn by chance; kept so that a later fit that does can say so
_THRESHOLDS = {"join": -0.25, "consider": -0.25, "floor": -8.0, "best": 0.3, "sure": 2.0}
_LIKENESS = ("none", "trace", "little", "some", "much", "most", "all")
_FIELDS = {
    "time": ("same", "overlap", "wide", "near", "captivity", "apart", "far", "unsaid"),
    "published": ("day", "days", "fortnight", "months", "long"),
    "place": ("same", "near", "contained", "same_state", "other_state", "other_country", "unsaid"),
    "kind": ("leading", "shared", "other", "unsaid"),
    "people": ("none", "one", "several"),
    "venue": ("same", "other", "unsaid"),
    "counts": ("equal_many", "equal_few", "growing", "conflict", "unsaid"),
    "passage": (*_LIKENESS, "unsaid"),
    "report": (*_LIKENESS, "unsaid"),
    "background": ("agrees", "differs"),
}
# What an analyst would expect, and how many pairs' worth of trust it deserves against the data.
_EXPECTED: dict[str, tuple[float, float]] = {
    "time.same": (1.0, 4), "time.near": (-0.5, 4), "time.apart": (-1.0, 4), "time.far": (-1.5, 4),
    "time.unsaid": (-0.3, 20),
    "place.same": (0.8, 60), "place.near": (0.2, 60), "place.contained": (0.4, 60), "place.same_state": (-0.9, 20),
    "place.other_state": (-4.0, 400), "place.other_country": (-4.0, 60), "place.unsaid": (-0.5, 120),
    "kind.leading": (0.5, 4), "kind.other": (-1.0, 4), "kind.unsaid": (0.0, 30),
    "people.none": (0.0, 200), "people.one": (0.3, 60), "people.several": (0.6, 200),
    "venue.same": (2.2, 400), "venue.other": (-0.6, 60), "venue.unsaid": (0.0, 400),
    "counts.equal_many": (1.0, 4), "counts.equal_few": (0.3, 20), "counts.conflict": (-0.7, 30),
    "background.agrees": (0.0, 300), "background.differs": (-2.2, 3000),
    "passage.unsaid": (-0.2, 60), "report.unsaid": (-1.5, 1000),
    **{f"passage.{name}": (step, 20) for name, step in zip(_LIKENESS, (-1, -0.6, -0.3, 0, 0.3, 0.6, 1), strict=True)},
    **{f"report.{name}": (step, 4) for name, step in zip(_LIKENESS, (-3, -1.5, -0.5, 0.3, 0.8, 1.5, 2.5), strict=True)},
}  # fmt: skip
_UNEXPECTED = (0.0, 4.0)
_NAMES = [f"{field}.{level}" for field, levels in _FIELDS.items() for level in levels]

Numbers = NDArray[np.float64]


def main() -> None:
    """Fit on all pairs and write the file; print what a fit on each half says of the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    linker = Linker()
    pairs = pairs_of(gun_violence(options.shared, linker), linker, all_pairs=False)
    pairs += pairs_of(stories(options.shared, linker), linker, all_pairs=True)
    held_out = [_held_out(pairs, half) for half in (0, 1)]
    for half, (precision, recall) in enumerate(held_out):
        print(f"half {half} held out: {precision:.1f} % of the pairs said are right, {recall:.1f} % are found")
    options.out.write_text(_toml(fit(pairs), pairs, held_out), encoding="utf-8")


def fit(pairs: Sequence[Pair]) -> Numbers:
    """Return the prior and the log-odds in the order of `_NAMES`."""
    at = {name: place for place, name in enumerate(_NAMES)}
    x = np.zeros((len(pairs), len(_NAMES)))
    for row, pair in enumerate(pairs):
        x[row, [at[level] for level in pair.levels]] = 1.0
    y = np.array([pair.same for pair in pairs], dtype=float)
    expected, pull = np.array([_EXPECTED.get(name, _UNEXPECTED) for name in _NAMES]).T

    def loss(t: Numbers) -> tuple[float, Numbers]:
        z, off = t[0] + x @ t[1:], t[1:] - expected
        wrong = np.logaddexp(0, -z) * y + np.logaddexp(0, z) * (1 - y)
        slope = 1 / (1 + np.exp(-z)) - y
        return float(wrong.sum() + (pull * off * off).sum()), np.concatenate(
            [[slope.sum()], x.T @ slope + 2 * pull * off]
        )

    start = np.concatenate([[0.0], expected])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x)


def _held_out(pairs: Sequence[Pair], half: int) -> tuple[float, float]:
    """Return precision and recall of the pairs of one half under what the other half teaches."""
    weights = dict(zip(("prior", *_NAMES), fit([p for p in pairs if p.half == 1 - half]), strict=True))
    mine = [pair for pair in pairs if pair.half == half]
    said = [weights["prior"] + sum(weights[level] for level in p.levels) >= _THRESHOLDS["join"] for p in mine]
    hits = sum(pair.same and says for pair, says in zip(mine, said, strict=True))
    return 100 * hits / max(1, sum(said)), 100 * hits / max(1, sum(pair.same for pair in mine))


def _toml(weights: Numbers, pairs: Sequence[Pair], held_out: Sequence[tuple[float, float]]) -> str:
    told = "; ".join(f"{p:.0f} % right, {r:.0f} % found" for p, r in held_out)
    lines = [
        "# Log-odds (natural logarithm) that two accounts of two reports tell of one incident, for each way in which",
        "# a field can compare. Written by training/linking/fit.py: do not edit. The version is named in judgements.",
        f"# Pairs held out, half by half: {told}.",
        f'version = "{date.today().isoformat()}"',
        f'fitted_on = "gva dev and timelines dev: {len(pairs)} pairs, {sum(p.same for p in pairs)} of one incident"',
        f"seed = {_SEED}",
        "",
        "# join: from which score two groups of accounts become one incident; their score is the average of pairs,",
        "# with `best` of it the best pair. sure: from which a few accounts in the way of two groups are left out.",
        "# consider: from which a pair is kept. floor: no pair counts for less.",
        *(f"{name} = {value}" for name, value in _THRESHOLDS.items()),
        f"prior = {weights[0]:.2f}",
    ]
    for field, levels in _FIELDS.items():
        lines += ["", f"[{field}]"]
        lines += [f"{level} = {weights[1 + _NAMES.index(f'{field}.{level}')]:.2f}" for level in levels]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
