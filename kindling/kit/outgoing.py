"""The one door through which this server speaks to others by HTTP.

A name somebody else chose (a browser's push address) may lead to a machine of the school's own
network. So a name is looked up here, every address it has is judged, and the connection goes to
the address that was judged: a second look-up cannot lead elsewhere. Names that who runs this
server wrote into its settings may lead anywhere. No redirect is followed.
"""

from __future__ import annotations

import http.client
import socket
from collections.abc import Collection
from functools import partial
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

# An IPv4 address in another coat: translated, and the two that are older.
TRANSLATED = [IPv6Network(one) for one in ("64:ff9b::/96", "::/96", "::ffff:0:0:0/96")]


class Closed(OSError):
    """The name leads into a private network, or nowhere."""


def is_public(address: str) -> bool:
    """Say whether this numeric address is one of the open internet, in whatever coat."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if any(ip in coat for coat in TRANSLATED):
            inner = ip_address(int(ip) & 0xFFFFFFFF)  # type: ignore[assignment]
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast


def dial(
    address: tuple[str, int], timeout: Any = 10, *_more: Any, own: Collection[str] = (), **_and: Any
) -> socket.socket:
    """Connect to (host, port); stands in for socket.create_connection. Raises Closed.

    own: host names that may be private, beside those of PRIVATE_HOSTS.
    """
    host, port = address
    allowed = host in own or host in settings.PRIVATE_HOSTS
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as unknown:
        told = f"{host} is not known"
        raise Closed(told) from unknown
    if not found or not (allowed or all(is_public(str(one[4][0])) for one in found)):
        told = f"{host} leads into a private network"
        raise Closed(told)
    return _first_that_answers(found, timeout)


def _first_that_answers(found: list[Any], timeout: Any) -> socket.socket:
    failure: OSError = Closed("nobody answers")
    for family, kind, protocol, _name, where in found:
        line = socket.socket(family, kind, protocol)
        if isinstance(timeout, (int, float)):
            line.settimeout(timeout)
        try:
            line.connect(where)
        except OSError as no:
            line.close()
            failure = no
        else:
            return line
    raise failure


def connection_of_setting(url: str, *, seconds: float) -> http.client.HTTPConnection:
    """Return a connection to an address that the settings name. Raises ValueError for no address."""
    where = urlsplit(url)
    if where.scheme not in {"http", "https"} or not where.hostname:
        told = "an address begins with http:// or https:// and a host"
        raise ValueError(told)
    kind = http.client.HTTPSConnection if where.scheme == "https" else http.client.HTTPConnection
    made = kind(where.hostname, where.port, timeout=seconds)
    made._create_connection = partial(dial, own=[where.hostname])  # type: ignore[attr-defined]  # noqa: SLF001
    return made
