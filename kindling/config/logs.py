"""The log: one JSON object a line on standard error, in UTC, without secrets.

Django tells it every answer from 400 on (who was turned away, a wrong password, too many tries)
and every error with its trace. docs/security.md says what else is written down, and where.
"""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

# A part of an address that is as long as the secret of a link.
SECRET = re.compile(r"(?<=/)[\w.~=-]{30,}")


def masked(text: str) -> str:
    """Return the text with what may be a link's secret cut to its first four letters."""
    return SECRET.sub(lambda found: found[0][:4] + "…", text)


class Line(logging.Formatter):
    """One line a record: when, how bad, which part, who, from where, what."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "part": record.name,
            "what": masked(record.getMessage()),
        }
        request = getattr(record, "request", None)
        if hasattr(request, "META"):
            told |= asked(request)
        if status := getattr(record, "status_code", None):
            told["status"] = status
        if record.exc_info:
            told["trace"] = masked(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=True)


def asked(request: Any) -> dict[str, str]:
    """Return who asked, from where, and how; never what was sent along."""
    from kindling.kit.limits import client_address  # noqa: PLC0415 (settings are read first)

    viewer = getattr(request, "viewer", None)
    person = getattr(viewer, "person", None)
    return {
        "method": request.method or "",
        "from": client_address(request),
        "who": getattr(person, "public_id", ""),
    }


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": Line}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
