"""Processes on this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from recuento.model import Coding, Document, Rejected
from recuento.pipeline import Coder, code_each, code_or_reject

__all__ = ["coder"]

# Reports that wait for each process: enough that none is idle while one result is recorded.
_AHEAD = 4


@contextmanager
def coder(jobs: int) -> Iterator[Coder]:
    """Give a coder that works in ``jobs`` processes; with one, in this process. Order is kept."""
    if jobs == 1:
        yield code_each
        return
    # "spawn" because a forked copy of a process with threads of its own may hang.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield lambda reports: _in_order(pool, reports, ahead=jobs * _AHEAD)


def _in_order(
    pool: ProcessPoolExecutor, reports: Iterable[tuple[str, Document]], *, ahead: int
) -> Iterator[Coding | Rejected]:
    """Yield results in the order of ``reports``, with at most ``ahead`` of them under way."""
    waiting: deque[Future[Coding | Rejected]] = deque()
    for where, report in reports:
        waiting.append(pool.submit(code_or_reject, where, report))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
