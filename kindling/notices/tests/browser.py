"""A browser's end of web push: its keys, and a push service on this machine that decrypts."""

from __future__ import annotations

import base64
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import http_ece
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric import ec

from kindling.accounts.models import Session
from kindling.notices.actions import add_device


def base64_of(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


class PushService(ThreadingHTTPServer):
    """Keeps headers and body of what it is told, by path; `answers` has a status for a path."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.told = []
        self.answers = {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def open(self):
        threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    def close(self):
        self.shutdown()
        self.server_close()


class Answer(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append((self.path, dict(self.headers), body))
        self.send_response(self.server.answers.get(self.path, 201))
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


class Browser:
    """One browser that subscribed: it alone can read what is sent to it."""

    def __init__(self, service: PushService, path: str):
        self.service, self.path = service, path
        self.private = ec.generate_private_key(ec.SECP256R1())
        point, plain = form.PublicFormat.UncompressedPoint, form.Encoding.X962
        self.secret = os.urandom(16)
        self.subscription = {
            "endpoint": f"{service.address}{path}",
            "p256dh": base64_of(self.private.public_key().public_bytes(plain, point)),
            "auth": base64_of(self.secret),
        }

    def subscribe(self, user, session: Session) -> None:
        add_device(user, session, **self.subscription)

    def read(self) -> list[dict]:
        """Decrypt what came for this browser."""
        return [
            json.loads(
                http_ece.decrypt(
                    body, private_key=self.private, auth_secret=self.secret, version="aes128gcm"
                )
            )
            for path, _headers, body in self.service.told
            if path == self.path
        ]
