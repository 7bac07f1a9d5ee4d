"""A server on this machine that speaks LibreTranslate's API, for tests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

WORDS = {"es": "«{}»", "ar": "‹{}›"}


@contextmanager
def translator(**ways: Any) -> Iterator[tuple[str, list[dict]]]:
    """Its address, and every question it was asked. ways: status, raw (bytes), location."""
    asked: list[dict] = []

    class Speaks(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(body | {"path": self.path})
            shape = WORDS.get(body["target"], "{}")
            said = {"translatedText": [shape.format(text) for text in body["q"]]}
            answer = ways.get("raw") or json.dumps(said).encode()
            self.send_response(ways.get("status", 200))
            if "location" in ways:
                self.send_header("Location", ways["location"])
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args: Any) -> None:
            """Stay quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Speaks)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
