"""Run the page on this computer."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn

from recuento.errors import OptionError
from recuento.web.app import create_app
from recuento.web.door import Door
from recuento.web.settings import Settings
from recuento.web.warming import warm

__all__ = ["free_port", "running", "serve"]


def serve(settings: Settings, host: str, told: Callable[[str], None]) -> None:
    """Answer on ``host`` until interrupted; ``told`` is given the address to open once the ledger is there.

    Raises:
        LedgerError: no ledger is there.
    """
    app = create_app(settings)
    warm(app)  # before anybody is told to come: what is done beside the first readers makes each of them wait
    told(_address(settings, app.state.door))
    config = uvicorn.Config(
        app, host=host, port=settings.port, log_level="warning", server_header=False, date_header=False
    )
    uvicorn.Server(config).run()


@contextmanager
def running(settings: Settings) -> Iterator[str]:
    """Answer from a thread of this process while the block runs; yield the address under which the page answers."""
    config = uvicorn.Config(create_app(settings), port=settings.port, log_level="error")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{settings.port}"
    finally:
        server.should_exit = True
        thread.join(10)


def _address(settings: Settings, door: Door | None) -> str:
    front = f"http://{settings.hosts[0]}:{settings.port}"
    return f"{front}/login?key={door.key()}" if door else f"{front}/incidents"


def free_port(host: str, port: int) -> int:
    """Return ``port`` if nobody listens there.

    Raises:
        OptionError: somebody does, or this computer has no such address.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as why:
            raise OptionError(f"--port {port} on {host}: {why.strerror}; name another one") from why
        return int(probe.getsockname()[1])
