"""Trains the pipelines from the treebanks and name corpora under --shared, and writes them to --out.

    python training/pipelines/train.py --shared ../shared --out src/recuento/data/pipelines

does everything for both languages; ``--language`` and ``--stage`` do a part. States of training go to --work.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from corpora import foreign_names, split_for
from loop import Scores
from names import name_split, train_names
from pack import pack
from syntax import train_syntax, tune_syntax

STEPS = {
    "base": {"en": 3200, "es": 3600},
    "syntax": {"en": 2000, "es": 2000},
    "names": {"en": 3000, "es": 2500},
}
SEED = 20240326
STAGES = ("base", "syntax", "names", "pack")


def main() -> None:
    """Run the stages that the command line asks for."""
    args = _arguments()
    for language in args.language:
        for stage in args.stage:
            _run(stage, language, args)


def _run(stage: str, language: str, args: argparse.Namespace) -> None:
    """Run one stage for one language; a stage of training leaves its model in ``work`` and its scores beside it."""
    work: Path = args.work / language
    work.mkdir(parents=True, exist_ok=True)
    if stage == "pack":
        pack(language, shared=args.shared, work=work, out=args.out / language, seed=SEED)
        return
    best = _trained(stage, language, args, work)
    (work / f"{stage}.json").write_text(json.dumps(best, indent=1), encoding="utf-8")


def _trained(stage: str, language: str, args: argparse.Namespace, work: Path) -> Scores:
    """Train one stage and return the scores by which its state was chosen."""
    steps = args.steps or STEPS[stage][language]
    if stage == "names":
        return train_names(language, name_split(language, args.shared), steps=steps, seed=SEED, out=work / stage)
    split = split_for(language, args.shared, mixed=not args.main_treebank_only)
    others = foreign_names(args.shared)
    if stage == "base":
        return train_syntax(language, split, other_names=others, steps=steps, seed=SEED, out=work / stage)
    base = work / "base"
    return tune_syntax(language, split, base=base, other_names=others, steps=steps, seed=SEED, out=work / stage)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with treebanks/ and bench/")
    parser.add_argument("--out", type=Path, default=Path("src/recuento/data/pipelines"))
    parser.add_argument("--work", type=Path, default=Path("build/pipelines"), help="where states of training go")
    parser.add_argument("--language", nargs="+", choices=("en", "es"), default=["en", "es"])
    parser.add_argument("--stage", nargs="+", choices=STAGES, default=list(STAGES))
    parser.add_argument("--steps", type=int, help="batches, instead of the fixed number")
    parser.add_argument("--main-treebank-only", action="store_true", help="Spanish: AnCora without GSD and PUD")
    return parser.parse_args()


if __name__ == "__main__":
    main()
