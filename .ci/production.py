"""`check --deploy` as a school's server would see it: real settings, warnings are errors."""

# ruff: noqa: S603  a script that starts manage.py

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECK = ["manage.py", "check", "--deploy", "--fail-level", "WARNING"]


def main() -> int:
    keep = ("PATH", "HOME", "LANG", "LC_ALL", "VIRTUAL_ENV")
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: os.environ[name] for name in keep if name in os.environ} | {
            "KINDLING_DATA": folder,
            "SECRET_KEY": secrets.token_urlsafe(60),
            "ALLOWED_HOSTS": "kindling.example.org",
            "BASE_URL": "https://kindling.example.org",
            "HTTPS": "1",
            "TRUSTED_PROXIES": "1",
            "EMAIL_URL": "smtp://mail.example.org:587",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return subprocess.run(
            [sys.executable, *CHECK], cwd=ROOT, env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
