"""How soon the page answers over many incidents, and what many readers and some reviewers at once do to it.

The page runs in a process of its own, on at most two cores, over an invented ledger (`bench.crowd`); all is loopback.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread

from bench.crowd import write_ledger
from recuento.ledger import Ledger

__all__ = ["BARS", "Crowd", "Times", "crowd", "main", "serving", "times"]

BARS = {"first paint of the overview": 1500, "a facet change": 400, "an incident": 150}
"""Milliseconds on two cores, for 100,000 incidents; the longest is held against them."""
FACETS = (
    "event=killing", "tally=killed", "tally=killed&side=civilian", "side=state", "admin1=MX-SIN", "country=MX",
    "group=a-cjng", "source=Diario+1", "certainty=attributed", "reviewed=no", "from=2020-01-01&to=2020-12-31",
    "event=arrest&admin1=MX-CHH", "background=1", "tray=unplaced", "changed=2000-01-01",
)  # fmt: skip
_WAIT_S = 300


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds by the clock, and of the page's processor, of each of several requests."""

    clock: tuple[float, ...]
    processor: tuple[float, ...]


@dataclass(slots=True)
class Crowd:
    """What came of many at once: answers by status, decisions confirmed, what went wrong, seconds of each answer."""

    statuses: Counter[int] = field(default_factory=Counter)
    accepted: int = 0
    troubles: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Until:
    """How long each asks: until an instant of the monotonic clock, and so often at most."""

    instant: float
    most: int

    def rounds(self) -> Iterator[int]:
        for number in range(self.most):
            if time.monotonic() >= self.instant:
                return
            yield number


def main(incidents: int, ledger: Path | None, *, readers: int, reviewers: int, seconds: float) -> None:
    """Print how long each kind of request took beside its bar, then what the crowd met."""
    with TemporaryDirectory() as folder:
        path = ledger or Path(folder) / "crowd.db"
        if not path.exists():
            print(f"writing {incidents} incidents ...", flush=True)
            write_ledger(path, incidents)
        with serving(path) as (address, process):
            for name, found in times(address, process).items():
                bar = next((bar for known, bar in BARS.items() if name.startswith(known)), None)
                print(_line(name, found, bar), flush=True)
        with serving(path) as (address, _):
            met = crowd(address, readers=readers, reviewers=reviewers, seconds=seconds)
        with Ledger.open(path) as held:
            kept = held.audit().decisions
    answers = ", ".join(f"{number} × {status}" for status, number in sorted(met.statuses.items()))
    print(f"{readers} readers and {reviewers} reviewers for {seconds:g} s: {answers}")
    print(f"    median {1000 * median(met.waits):.0f} ms, the longest {1000 * max(met.waits):.0f} ms")
    print(f"    {met.accepted} decisions were confirmed; the log now holds {kept} and is sound")
    for trouble in met.troubles[:10]:
        print(f"    trouble: {trouble}")


def _line(name: str, found: Times, bar: int | None) -> str:
    told = f"median {median(found.clock):.0f} ms, longest {max(found.clock):.0f} ms"
    mark = "" if bar is None else f" (bar {bar} ms{'' if max(found.clock) < bar else ', MISSED'})"
    return f"{name}: {told}; of the processor {median(found.processor):.0f} ms, {max(found.processor):.0f} ms{mark}"


@contextmanager
def serving(ledger: Path) -> Iterator[tuple[str, int]]:
    """Yield the host and port at which the page of a ledger answers, and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "recuento", "serve", "--db", str(ledger), "--port", str(port)]
    page = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(page.pid, sorted(os.sched_getaffinity(0))[:2])
        _await(port, page)
        yield f"127.0.0.1:{port}", page.pid
    finally:
        page.terminate()
        page.wait(30)


def _await(port: int, page: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _WAIT_S
    while time.monotonic() < until:
        if page.poll() is not None:
            raise SystemExit(f"the page ended with status {page.returncode} before it answered")
        if _answers(port):
            return
        time.sleep(0.1)
    raise SystemExit(f"the page did not answer within {_WAIT_S} s")


def _answers(port: int) -> bool:
    """Tell whether the page is there; a bare connection to a free port of this computer can meet itself."""
    with closing(http.client.HTTPConnection(f"127.0.0.1:{port}", timeout=_WAIT_S)) as asking:
        try:
            asking.request("GET", "/incidents")
            return asking.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False


def times(address: str, process: int) -> dict[str, Times]:
    """Return how long the overview, facets, incidents and the queue take, each address asked once, nothing kept yet."""
    with closing(http.client.HTTPConnection(address, timeout=_WAIT_S)) as asking:
        return _times(asking, process)


def _times(asking: http.client.HTTPConnection, process: int) -> dict[str, Times]:
    _get(asking, "/static/page.css")
    found = {"first paint of the overview, its answer": _timed(asking, process, ["/incidents"])}
    found["a facet change"] = _timed(asking, process, [f"/incidents?{facet}" for facet in FACETS])
    names = _some_incidents(asking)
    found["an incident"] = _timed(asking, process, [f"/incidents/{name}" for name in names])
    found["the review queue"] = _timed(asking, process, ["/review", "/review?at=5000"])
    found["a search of words"] = _timed(asking, process, ["/incidents?q=neighbours+mita", "/incidents?q=gunfight"])
    found["the last page of the list"] = _timed(asking, process, ["/incidents?page=1700"])
    found["the map's points"] = _timed(asking, process, ["/incidents/points"])
    return found


def _some_incidents(asking: http.client.HTTPConnection) -> list[str]:
    pages = [_get(asking, f"/incidents?page={page}")[1] for page in (1, 300, 900, 1500)]
    return [name for page in pages for name in re.findall(r'class="go" href="/incidents/(i-\w+)"', page)[:10]]


def _timed(asking: http.client.HTTPConnection, process: int, addresses: Sequence[str]) -> Times:
    clock, processor = [], []
    for address in addresses:
        began, used = time.perf_counter(), _used(process)
        status, _ = _get(asking, address)
        clock.append(1000 * (time.perf_counter() - began))
        processor.append(1000 * (_used(process) - used))
        if status != 200:
            raise SystemExit(f"{address} was answered with {status}")
    return Times(tuple(clock), tuple(processor))


def _used(process: int) -> float:
    """Return the seconds of the processor that a process has used; 0 where the system does not tell."""
    told = Path(f"/proc/{process}/stat")
    if not told.exists():
        return 0.0
    fields = told.read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _get(asking: http.client.HTTPConnection, address: str) -> tuple[int, str]:
    asking.request("GET", address)
    answer = asking.getresponse()
    return answer.status, answer.read().decode("utf-8")


def crowd(address: str, *, readers: int, reviewers: int, seconds: float, rounds: int = 1_000_000) -> Crowd:
    """Let so many read and accept figures at once, each so often at most; return what they met.

    A figure that another took first is no error.
    """
    met = Crowd()
    with closing(http.client.HTTPConnection(address, timeout=_WAIT_S)) as asking:
        names = _some_incidents(asking)
        if not names:
            raise SystemExit(f"{address} lists no incident: nothing to read")
        token = json.loads(_get(asking, "/api/token")[1])["token"]
    until = _Until(time.monotonic() + seconds, rounds)
    threads = [Thread(target=_read, args=(address, names, n, until, met)) for n in range(readers)]
    threads += [Thread(target=_review, args=(address, token, n, until, met)) for n in range(reviewers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return met


def _read(address: str, names: Sequence[str], number: int, until: _Until, met: Crowd) -> None:
    dice = random.Random(number)
    with closing(http.client.HTTPConnection(address, timeout=_WAIT_S)) as asking:
        for _ in until.rounds():
            page = dice.choice((f"/incidents/{dice.choice(names)}", f"/incidents?{dice.choice(FACETS)}", "/incidents"))
            began = time.monotonic()
            status, _ = _get(asking, page)
            met.waits.append(time.monotonic() - began)
            met.statuses[status] += 1
            if status != 200:
                met.troubles.append(f"{page}: {status}")


def _review(address: str, token: str, number: int, until: _Until, met: Crowd) -> None:
    headers = {"Origin": f"http://{address}", "X-Recuento-Token": token, "Content-Type": "application/json"}
    dice = random.Random(number)
    with closing(http.client.HTTPConnection(address, timeout=_WAIT_S)) as asking:
        for _ in until.rounds():
            began = time.monotonic()
            waiting = json.loads(_get(asking, f"/api/review?at={dice.randrange(4)}&limit=1")[1])["waiting"]
            if not waiting:
                return
            entry, row = waiting[0]["entry"], waiting[0]["row"]
            shown = {name: entry[name] for name in ("tally", "side", "unit", "best", "low", "high", "rests_on")}
            sent = json.dumps({"figure": shown, "by": f"Reviewer {number}", "why": "read it"})
            asking.request("POST", f"/api/incidents/{row['incident']['id']}/accept", sent.encode(), headers)
            answer = asking.getresponse()
            told = answer.read().decode("utf-8")
            met.waits.append(time.monotonic() - began)
            met.statuses[answer.status] += 1
            met.accepted += answer.status == 200
            if answer.status not in {200, 409}:
                met.troubles.append(f"accept: {answer.status} {told[:200]}")
