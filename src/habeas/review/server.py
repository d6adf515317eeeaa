"""The pages' server: on this machine only, one thread a request, nothing kept between requests but the open record."""

from __future__ import annotations

import ipaddress
import logging
import socket
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any, TypeAlias
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.conf import settings

from habeas.errors import InputError
from habeas.record.store import Store, open_record

Environ: TypeAlias = dict[str, Any]
Application: TypeAlias = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    allow_reuse_address = True


class _Server6(_Server):
    address_family = socket.AF_INET6


class _Quiet(WSGIRequestHandler):
    """Logs nothing: which case somebody looked at is nobody's business."""

    def log_message(self, format: str, *args: Any) -> None:
        return

    def address_string(self) -> str:
        return str(self.client_address[0])


def serve(folder: Path, *, host: str = "127.0.0.1", port: int = 8123, beyond_loopback: bool = False, database: str | None = None) -> None:
    """Show the record in `folder` until interrupted. Raises InputError for an address that other machines could reach."""
    server = server_for(folder, host=host, port=port, beyond_loopback=beyond_loopback, database=database)
    shown = f"[{host}]" if ":" in host else host
    print(f"Habeas shows {folder} at http://{shown}:{server.server_port}/ (Ctrl-C ends it).", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print(file=sys.stderr)
    finally:
        server.server_close()


def server_for(folder: Path, *, host: str, port: int, beyond_loopback: bool = False, database: str | None = None) -> WSGIServer:
    """A server that is bound and not yet running; port 0 takes a free one."""
    if not is_loopback(host) and not beyond_loopback:
        raise InputError(
            f"{host} can be reached from other machines, and the pages ask nobody for a password.",
            next_step="Leave --host out, or say --beyond-loopback if you mean it.",
        )
    store = open_record(folder, database=database, must_exist=True)
    try:
        return make_server(host, port, application(store, any_host=beyond_loopback), _Server6 if ":" in host else _Server, _Quiet)
    except OSError as error:
        raise InputError(
            f"{host}:{port} cannot be taken: {error.strerror}.", next_step="Give another --port; 0 takes a free one."
        ) from error


def is_loopback(host: str) -> bool:
    """True for an address of this machine that no other can reach."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def application(store: Store, *, any_host: bool = False) -> Application:
    """The pages of one record as a WSGI application."""
    from django.core.handlers.wsgi import WSGIHandler

    logging.getLogger("django.request").setLevel(logging.ERROR)  # mistakes are shown, what somebody looked for is not
    settings.ROOT_URLCONF = "habeas.review.urls"
    settings.MIDDLEWARE = ["habeas.review.guard.guard"]
    if any_host:
        settings.ALLOWED_HOSTS = ["*"]
    pages = WSGIHandler()

    def answer(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["habeas.store"] = store
        return pages(environ, start_response)

    return answer
