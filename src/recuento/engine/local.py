"""Processes on this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from recuento.model import Coding, Document, Rejected
from recuento.pipeline import Coder, a_few, code_each, code_few

__all__ = ["coder"]

# Parcels of reports that wait for each process: enough that none is idle while one result is recorded.
_AHEAD = 2
_Code = Callable[[Sequence[tuple[str, Document]]], list[Coding | Rejected]]


@contextmanager
def coder(jobs: int, *, actors: Path | None = None) -> Iterator[Coder]:
    """Give a coder that works in ``jobs`` processes; with one, in this process. Order is kept.

    ``actors`` is a user's file of groups and their names.
    """
    if jobs == 1:
        yield code_each if actors is None else partial(code_each, actors=actors)
        return
    code = partial(code_few, actors=actors)
    # "spawn" because a forked copy of a process with threads of its own may hang.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield lambda reports: _in_order(pool, code, reports, ahead=jobs * _AHEAD)


def _in_order(
    pool: ProcessPoolExecutor, code: _Code, reports: Iterable[tuple[str, Document]], *, ahead: int
) -> Iterator[Coding | Rejected]:
    """Yield results in the order of ``reports``, with at most ``ahead`` parcels of them under way."""
    waiting: deque[Future[list[Coding | Rejected]]] = deque()
    for few in a_few(reports):
        waiting.append(pool.submit(code, few))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()
