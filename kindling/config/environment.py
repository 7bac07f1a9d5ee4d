"""Reads settings from the environment; a secret may stand in a file named by NAME_FILE."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def env(name: str, default: str) -> str:
    """Return NAME, or the content of the file NAME_FILE, or the default."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text().strip()
    return os.environ.get(name) or default


def flag(name: str, *, default: bool) -> bool:
    """Return a yes-or-no setting: 1, true and yes are yes."""
    return env(name, "1" if default else "0").lower() in {"1", "true", "yes"}


def data_folder(base: Path) -> Path:
    """Return the folder that holds everything of this installation, made when missing."""
    folder = Path(env("KINDLING_DATA", str(base / "data" / "demo"))).expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """Return SECRET_KEY, generated once into the data folder."""
    given = env("SECRET_KEY", "")
    if given:
        return given
    path = folder / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


def file_folder(url: str, data: Path) -> str:
    """Return the folder for uploaded files: STORAGE_URL as a path or file://, else in the data."""
    parts = urlsplit(url)
    if parts.scheme not in {"", "file"}:
        raise ImproperlyConfigured(
            f"STORAGE_URL begins with {parts.scheme}://. This version keeps files in a folder only: "
            "give a path such as /srv/kindling/files, on a disk that all web processes share."
        )
    return parts.path or str(data / "files")


def mailers(url: str, *, testing: bool) -> dict[str, dict[str, Any]]:
    """Turn EMAIL_URL into Django's MAILERS: smtp://, smtp+tls://, smtps://user:word@host:port.

    Without an address mail is not sent: notices stay in the outbox and say so.
    """
    if testing:
        return {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    parts = urlsplit(url)
    if not parts.scheme.startswith("smtp"):
        return {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}
    query = parse_qs(parts.query)
    options: dict[str, Any] = {
        "host": parts.hostname or "localhost",
        "port": parts.port or (465 if parts.scheme == "smtps" else 25),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp+tls",
        "use_ssl": parts.scheme == "smtps",
        "timeout": int(query.get("timeout", ["20"])[0]),
    }
    return {
        "default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
    }
