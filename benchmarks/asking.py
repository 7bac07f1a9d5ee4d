"""A small HTTP client that keeps its connections, as browsers and proxies do."""

import http.client
import itertools
from urllib.parse import urlencode

CSRF = "a" * 32  # cookie and field agree: that is all the check asks
FORWARDED = itertools.count(1)


class Asker:
    """Sends requests one after the other over four kept connections, so both workers answer."""

    def __init__(self, port: int) -> None:
        self.connections = itertools.cycle(
            [http.client.HTTPConnection("127.0.0.1", port, timeout=60) for _ in range(4)]
        )

    def ask(self, path: str, cookie: str = "", form: dict | None = None) -> tuple[int, bytes]:
        """Return status and body. Each request comes from an address of its own."""
        number = next(FORWARDED)
        headers = {
            "Host": "127.0.0.1",
            "Cookie": f"csrftoken={CSRF}; sessionid={cookie}",
            "Accept-Encoding": "identity",
            "X-Forwarded-For": f"10.{number // 62500 % 250}.{number // 250 % 250}.{number % 250}",
        }
        body = None
        if form is not None:
            body = urlencode({**form, "csrfmiddlewaretoken": CSRF}, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = next(self.connections)
        connection.request("POST" if body else "GET", path, body, headers)
        response = connection.getresponse()
        return response.status, response.read()
