"""Reads settings from the environment; a secret may stand in a file named by NAME_FILE."""

from __future__ import annotations

import os
import secrets
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

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


def keep_to_settings(environment: MutableMapping[str, str], proxy: str) -> None:
    """Let no library take its way or a password from what happens to lie on this machine.

    A forgotten HTTPS_PROXY would read the names of children's families; a .netrc would hand its
    passwords to whoever answers. A proxy is named by OUTGOING_PROXY, or there is none.
    """
    for name in [*environment]:
        if name.lower() in {"http_proxy", "https_proxy", "all_proxy", "ftp_proxy", "no_proxy"}:
            del environment[name]
    environment["NETRC"] = os.devnull
    if proxy:
        environment.update(HTTP_PROXY=proxy, HTTPS_PROXY=proxy, NO_PROXY="localhost,127.0.0.1")


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


def storage(url: str, data: Path) -> dict[str, Any]:
    """Return where uploaded files are kept: a folder, or a bucket of any S3-compatible service.

    STORAGE_URL is a path or file:// (default: files/ in the data folder), or
    s3://KEY:SECRET@HOST[:PORT]/BUCKET[?region=…&tls=0]. s3:///BUCKET takes Amazon's own
    service and the machine's own credentials.
    """
    parts = urlsplit(url)
    if parts.scheme in {"", "file"}:
        folder = parts.path or str(data / "files")
        backend = "django.core.files.storage.FileSystemStorage"
        return {"BACKEND": backend, "OPTIONS": {"location": folder}}
    bucket = parts.path.strip("/")
    if parts.scheme != "s3" or not bucket:
        raise ImproperlyConfigured(
            "STORAGE_URL takes a folder such as /srv/kindling/files, or a bucket: "
            "s3://KEY:SECRET@HOST/BUCKET."
        )
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": bucket_options(parts, bucket)}


def bucket_options(parts: SplitResult, bucket: str) -> dict[str, Any]:
    """Return django-storages' options. Files about minors are private: links are signed, and short.

    Checksums only where the service asks for them: many S3-compatible ones know no other way.
    """
    from botocore.config import Config  # noqa: PLC0415 (half a second, for S3 only)

    query = parse_qs(parts.query)
    options: dict[str, Any] = {
        "bucket_name": bucket,
        "default_acl": None,
        "querystring_auth": True,
        "querystring_expire": 300,
        "file_overwrite": False,
        "client_config": Config(
            signature_version="s3v4",
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            s3={"addressing_style": "path" if parts.hostname else "auto"},
        ),
    }
    if parts.hostname:
        scheme = "http" if query.get("tls") == ["0"] else "https"
        port = f":{parts.port}" if parts.port else ""
        options["endpoint_url"] = f"{scheme}://{parts.hostname}{port}"
        options["access_key"] = unquote(parts.username or "")
        options["secret_key"] = unquote(parts.password or "")
    options["region_name"] = query.get("region", ["us-east-1"])[0]
    return options


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
