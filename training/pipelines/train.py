"""Trains the pipelines from the treebanks and name corpora under --shared, and writes them to --out.

    python training/pipelines/train.py --shared ../shared --out src/recuento/data/pipelines

does everything for both languages; ``--language`` and ``--stage`` do a part. States of training go to --work.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from corpora import foreign_names, split_for
from names import name_split, train_names
from pack import pack
from syntax import train_syntax

STEPS = {"en": 5500, "es": 5500}
NAME_STEPS = {"en": 3000, "es": 2500}
SEED = 20240326
STAGES = ("syntax", "names", "pack")


def main() -> None:
    """Run the stages that the command line asks for."""
    args = _arguments()
    for language in args.language:
        for stage in args.stage:
            _run(stage, language, args)


def _run(stage: str, language: str, args: argparse.Namespace) -> None:
    """Run one stage for one language."""
    work: Path = args.work / language
    work.mkdir(parents=True, exist_ok=True)
    if stage == "syntax":
        split = split_for(language, args.shared, mixed=not args.main_treebank_only)
        best = train_syntax(
            language,
            split,
            other_names=foreign_names(args.shared),
            steps=args.steps or STEPS[language],
            seed=SEED,
            out=work / "syntax",
        )
        (work / "syntax.json").write_text(json.dumps(best, indent=1), encoding="utf-8")
    elif stage == "names":
        steps = args.steps or NAME_STEPS[language]
        split_of_names = name_split(language, args.shared)
        best = train_names(language, split_of_names, steps=steps, seed=SEED, out=work / "names")
        (work / "names.json").write_text(json.dumps(best, indent=1), encoding="utf-8")
    else:
        pack(language, shared=args.shared, work=work, out=args.out / language, seed=SEED)


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
