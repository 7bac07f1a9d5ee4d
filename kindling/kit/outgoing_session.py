"""The door of `outgoing` for libraries that speak by requests. Loads requests: tasks only."""

from __future__ import annotations

import socket
from collections.abc import Collection
from typing import Any

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError

from kindling.kit.outgoing import dial


class Door(HTTPAdapter):
    """Connects through `dial`; `own` are host names that may be private."""

    def __init__(self, own: Collection[str]) -> None:
        self.own = own
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {
            "http": _pool(HTTPConnectionPool, HTTPConnection, self.own),
            "https": _pool(HTTPSConnectionPool, HTTPSConnection, self.own),
        }


def _pool(pool: Any, connection: Any, own: Collection[str]) -> Any:
    """Return the pool's class with connections that are dialled by us."""

    def new_conn(self: Any) -> socket.socket:
        try:
            return dial((self.host, self.port), self.timeout, own=own)
        except OSError as closed:
            raise NewConnectionError(self, str(closed)) from closed

    ours = type(f"Dialled{connection.__name__}", (connection,), {"_new_conn": new_conn})
    return type(f"Dialled{pool.__name__}", (pool,), {"ConnectionCls": ours})


class Session(requests.Session):
    """Never follows a redirect: it would be a second address nobody has judged.

    Nor does it take a proxy or a password from the machine; OUTGOING_PROXY is a setting.
    """

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False
        if proxy := settings.OUTGOING_PROXY:
            self.proxies = {"http": proxy, "https": proxy}

    def request(self, *args: Any, **options: Any) -> requests.Response:
        return super().request(*args, **options | {"allow_redirects": False})


def session(own: Collection[str] = ()) -> requests.Session:
    made = Session()
    for scheme in ("http://", "https://"):
        made.mount(scheme, Door(own))
    return made
