"""What a backup says of itself."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

FORMAT = 1
NAME, SECRET_KEY, FILES = "manifest.json", "secret-key", "files"


class Unusable(Exception):
    """The backup cannot be made or used; the text says why and what to do."""


@dataclass(frozen=True)
class Manifest:
    """engine: "sqlite" or "postgresql"; world: "demo", "school" or "empty"; rows by table;
    migrations as "app.name"; parts: size and SHA-256 by the name in the archive.
    """

    engine: str
    world: str
    made_at: str
    schools: list[str]
    rows: dict[str, int]
    migrations: list[str]
    parts: dict[str, tuple[int, str]] = field(default_factory=dict)
    format: int = FORMAT

    def to_json(self) -> str:
        return json.dumps(asdict(self), indent=1, ensure_ascii=False)

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """Read it from an unpacked backup. Raises Unusable when it is none of ours."""
        try:
            told: dict[str, Any] = json.loads(path.read_text())
            if told["format"] > FORMAT:
                raise Unusable("A newer Kindling made this backup. Upgrade this one, then restore.")
            told["parts"] = {name: (size, sha) for name, (size, sha) in told["parts"].items()}
            return cls(**told)
        except (OSError, ValueError, KeyError, TypeError) as no:
            raise Unusable("This is not a backup of Kindling.") from no


def measure(path: Path) -> tuple[int, str]:
    """Return size and SHA-256 of a file."""
    with path.open("rb") as stream:
        return path.stat().st_size, hashlib.file_digest(stream, "sha256").hexdigest()


def verify(folder: Path, manifest: Manifest) -> None:
    """Compare an unpacked backup with its manifest, part by part. Raises Unusable."""
    found = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    if strange := found - set(manifest.parts) - {NAME}:
        raise Unusable(f"The backup is damaged: nobody put {min(strange)} there.")
    for name, told in manifest.parts.items():
        path = folder / name
        if not path.is_file():
            raise Unusable(f"The backup is damaged: {name} is missing. Take another backup.")
        if measure(path) != told:
            raise Unusable(f"The backup is damaged: {name} has changed. Take another backup.")
