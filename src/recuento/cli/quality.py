"""Commands for checking the reading by hand: sample, agree."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from recuento.cli.options import Db, Json, add, open_existing
from recuento.cli.screen import out, raw
from recuento.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from recuento.cli.page import Line
    from recuento.export import Agreement

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    for command in (sample, agree):
        add(app, command, panel="Check the reading")


def sample(
    db: Db = "recuento.db",
    number: Annotated[int, typer.Option("--n", min=1, metavar="N", help="How many sentences.")] = 50,
    seed: Annotated[int, typer.Option(metavar="N", help="The same seed draws the same sentences.")] = 1,
    to: Annotated[Path, typer.Option("--out", metavar="FILE", help="The sample, for the second coder.")] = (
        Path("sample.csv")
    ),
    key: Annotated[Path, typer.Option(metavar="FILE", help="What the program read; not for the second coder.")] = (
        Path("key.csv")
    ),
) -> None:
    """Draw a blind sample of sentences for a second coder, and keep a key with what the program read in them.

    Sentences that gave claims are drawn, and sentences that speak of violence and gave none, so that what was missed
    can be found. The coder fills in one row for each statement (copy the row for a second one), with the codes of
    docs/codebook.md; an empty event means that the sentence states nothing.

    \b
    recuento sample --n 50 --seed 1
    recuento agree sample.csv key.csv
    """
    from recuento.cli import words
    from recuento.export import sample as draw
    from recuento.export import write_key, write_sample

    with open_existing(db) as ledger:
        items = draw(ledger.codings(), number=number, seed=seed)
    _write(to, lambda file: write_sample(items, file))
    _write(key, lambda file: write_key(items, file))
    out().print(words.sampled(len(items), number, str(to), str(key)), markup=False)


def agree(
    one: Annotated[Path, typer.Argument(metavar="A", help="A filled sample, or a key.")],
    other: Annotated[Path, typer.Argument(metavar="B", help="Another coder's, or the key.")],
    as_json: Json = False,
) -> None:
    """Tell how far two coders of one sample agree, or a coder and the program: Cohen's kappa for what happened, figures
    that are the same or one apart, and the share of equal cells for the rest.

    \b
    recuento agree sample-ana.csv sample-luis.csv
    recuento agree sample-ana.csv key.csv
    """
    from recuento.cli.page import print_lines
    from recuento.cli.wire import agreement_json
    from recuento.export import agreement, read_codes

    found = agreement(read_codes(one), read_codes(other))
    if not found.items:
        raise OptionError(f"{one} and {other} have no item in common; are they of one sample?")
    if as_json:
        raw(agreement_json(found))
    else:
        print_lines(_lines(found), out())


def _lines(found: Agreement) -> Iterator[Line]:
    from rich.text import Text

    from recuento.cli import words
    from recuento.cli.page import Line

    for label, value in words.agreement_rows(found):
        yield Line(Text(f"{label:<28}").append(value, style="bold"), 0, 28)


def _write(path: Path, write: Callable[[IO[str]], None]) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            write(file)
    except OSError as bad:
        raise OptionError(f"{path} cannot be written ({bad.strerror}); name another file") from bad
