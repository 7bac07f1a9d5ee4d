"""A ZIP whose every file is measured as it is written; the same school gives the same bytes."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import IO, Any

FORM = 1
ABOUT = "about.json"
PIECE = 1 << 20


class Unusable(Exception):
    """The file cannot be made or brought back; the text says why and what to do."""


@dataclass
class About:
    """What the file says of itself. parts: size and SHA-256 by name; rows by model."""

    school: str
    slug: str
    made_at: str
    migrations: list[str]
    rows: dict[str, int] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)  # model or field → why it is not here
    loosened: dict[str, int] = field(default_factory=dict)  # keys to rows of other schools
    parts: dict[str, tuple[int, str]] = field(default_factory=dict)
    form: int = FORM

    def to_json(self) -> str:
        return json.dumps(asdict(self), indent=1, ensure_ascii=False, sort_keys=True)

    @classmethod
    def read(cls, text: bytes) -> About:
        """Raises Unusable when it is none of ours."""
        try:
            told: dict[str, Any] = json.loads(text)
            if told["form"] > FORM:
                raise Unusable("A newer Kindling made this file. Upgrade this one, then try again.")
            told["parts"] = {name: (size, sha) for name, (size, sha) in told["parts"].items()}
            return cls(**told)
        except (ValueError, KeyError, TypeError) as no:
            raise Unusable("This is not a school that Kindling has packed.") from no


class Measured:
    """Passes bytes on, and remembers how many and what they add up to."""

    def __init__(self, target: IO[bytes]) -> None:
        self.target, self.size, self.digest = target, 0, sha256()

    def write(self, piece: bytes) -> int:
        self.size += len(piece)
        self.digest.update(piece)
        return self.target.write(piece)


class Packer:
    """Writes members under fixed dates, one after the other, and measures each."""

    def __init__(self, file: IO[bytes]) -> None:
        self.zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True)
        self.parts: dict[str, tuple[int, str]] = {}

    @contextmanager
    def member(self, name: str) -> Iterator[Measured]:
        info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        with self.zip.open(info, "w", force_zip64=True) as target:
            measured = Measured(target)
            yield measured
        self.parts[name] = (measured.size, measured.digest.hexdigest())

    def put(self, name: str, content: bytes | str) -> None:
        with self.member(name) as target:
            target.write(content.encode() if isinstance(content, str) else content)

    def copy(self, name: str, source: Any) -> None:
        """`source`: a file that is read piece by piece."""
        with self.member(name) as target:
            while piece := source.read(PIECE):
                target.write(piece)

    def close(self, about: About) -> None:
        """Write last what the whole is."""
        about.parts = dict(self.parts)
        self.put(ABOUT, about.to_json())
        self.zip.close()
