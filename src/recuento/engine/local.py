"""Processes on this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from recuento.model import Coding, Document, Rejected
from recuento.pipeline import Coder, code_each, code_or_reject

__all__ = ["coder"]

# Reports that wait for each process: enough that none is idle while one result is recorded.
_AHEAD = 4
_Code = Callable[[str, Document], Coding | Rejected]


@contextmanager
def coder(jobs: int, *, actors: Path | None = None) -> Iterator[Coder]:
    """Give a coder that works in ``jobs`` processes; with one, in this process. Order is kept.

    ``actors`` is a user's file of groups and their names.
    """
    code = partial(code_or_reject, actors=actors)
    if jobs == 1:
        yield code_each if actors is None else lambda reports: (code(where, report) for where, report in reports)
        return
    # "spawn" because a forked copy of a process with threads of its own may hang.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield lambda reports: _in_order(pool, code, reports, ahead=jobs * _AHEAD)


def _in_order(
    pool: ProcessPoolExecutor, code: _Code, reports: Iterable[tuple[str, Document]], *, ahead: int
) -> Iterator[Coding | Rejected]:
    """Yield results in the order of ``reports``, with at most ``ahead`` of them under way."""
    waiting: deque[Future[Coding | Rejected]] = deque()
    for where, report in reports:
        waiting.append(pool.submit(code, where, report))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
