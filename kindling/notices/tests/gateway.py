"""A real text message gateway on this machine, which can be told to refuse or to be dead."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer


class Gateway(HTTPServer):
    """Keeps what it is told and answers with `status`."""

    status = 200

    def __init__(self, port: int = 0):
        super().__init__(("127.0.0.1", port), Answer)
        self.told = []

    def open(self):
        """Take messages from now on."""
        threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    def close(self):
        self.shutdown()
        self.server_close()


class Answer(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append((self.path, json.loads(body)["message"]))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""
