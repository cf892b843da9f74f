"""How often Python looks for objects that hold one another, in a process that reads or links many reports."""

from __future__ import annotations

import gc

__all__ = ["seldom_sought"]

_SOUGHT_AFTER = 100_000  # objects more than were there at the last look, of the young ones; Python's own is 700


def seldom_sought() -> None:
    """Have what is there now never looked at again, and what comes later seldom; a process that looks less is left so.

    Pipelines, weights and words live as long as the process. What a report is read into holds next to no cycles, and is
    freed as it is left: to look for them seldom saves one second in thirty of reading. What linking remembers of tens
    of thousands of accounts was gone through over and over: a tenth of its time in a large ledger.
    """
    gc.freeze()
    if gc.get_threshold()[0] < _SOUGHT_AFTER:
        gc.set_threshold(_SOUGHT_AFTER, *gc.get_threshold()[1:])
