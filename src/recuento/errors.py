"""Everything this package raises on purpose.

    RecuentoError
    ├── InputError          something the user gave us cannot be used          (exit status 2)
    │   ├── DocumentError       one report cannot be read: not text, no date, impossible date
    │   ├── LexiconError        a rule or word list is malformed
    │   └── OptionError         a command's option makes no sense
    ├── DataError           a file that ships with Recuento is missing or broken (exit status 3)
    └── LedgerError         the ledger cannot honour the request               (exit status 3)
        ├── UnknownId           no claim, account or incident bears this id
        └── StaleDecision       someone else has decided on this meanwhile

A report that does not say something is not an error: the field is None. A report that cannot be read raises
`DocumentError`, which only `pipeline` turns into a counted, listed `Rejected`; the run goes on.
"""

from __future__ import annotations

__all__ = [
    "DataError",
    "DocumentError",
    "InputError",
    "LedgerError",
    "LexiconError",
    "OptionError",
    "RecuentoError",
    "StaleDecision",
    "UnknownId",
]


class RecuentoError(Exception):
    """Root of the tree drawn above; the command line catches this and nothing wider."""

    exit_status = 3


class InputError(RecuentoError):
    """Something the user gave us cannot be used."""

    exit_status = 2


class DocumentError(InputError):
    """One report cannot be read; the message says where, what and what to do."""


class LexiconError(InputError):
    """A rule or word list is malformed; the message names the file and the rule."""


class OptionError(InputError):
    """A command's option makes no sense; the message names it."""


class DataError(RecuentoError):
    """A file that ships with Recuento is missing or broken; reinstall the package."""


class LedgerError(RecuentoError):
    """The ledger cannot honour the request."""


class UnknownId(LedgerError):
    """No claim, account or incident bears this id."""

    exit_status = 2


class StaleDecision(LedgerError):
    """Someone else has decided on this meanwhile; the message says what, and how to decide all the same."""

    exit_status = 2
