"""Tools that break a roster package on the way from the district to us."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from kindling.exchange.tests.packages import zip_of

type Files = dict[str, bytes]


@dataclass(frozen=True)
class Damage:
    """`code`, `file`, `row` and `column` are those of the fault that must be reported."""

    code: str
    file: str
    row: int
    column: str
    break_it: Callable[[Files], bytes]


def replaced(file: str, row: int, old: bytes, new: bytes) -> Callable[[Files], bytes]:
    """Change the first `old` in one row of one file."""

    def break_it(files: Files) -> bytes:
        lines = files[file].split(b"\r\n")
        assert old in lines[row - 1], (file, row, old, lines[row - 1])
        lines[row - 1] = lines[row - 1].replace(old, new, 1)
        return zip_of(files | {file: b"\r\n".join(lines)})

    return break_it


def row_copied(file: str, row: int) -> Callable[[Files], bytes]:
    def break_it(files: Files) -> bytes:
        lines = files[file].split(b"\r\n")
        lines.insert(row, lines[row - 1])
        return zip_of(files | {file: b"\r\n".join(lines)})

    return break_it


def row_deleted(file: str, row: int) -> Callable[[Files], bytes]:
    def break_it(files: Files) -> bytes:
        lines = files[file].split(b"\r\n")
        del lines[row - 1]
        return zip_of(files | {file: b"\r\n".join(lines)})

    return break_it


def whole(change: Callable[[Files], Files]) -> Callable[[Files], bytes]:
    """Change, add or remove whole files."""
    return lambda files: zip_of(change(dict(files)))


def left_out(file: str) -> Callable[[Files], bytes]:
    return whole(lambda files: {name: data for name, data in files.items() if name != file})


def with_file(file: str, make: Callable[[Files], bytes]) -> Callable[[Files], bytes]:
    return whole(lambda files: files | {file: make(files)})


def twice(files: Files) -> bytes:
    box = io.BytesIO(zip_of(files))
    with zipfile.ZipFile(box, "a") as archive:
        archive.writestr("orgs.csv", files["orgs.csv"])
    return box.getvalue()


def locked(files: Files) -> bytes:
    """Set the “encrypted” bit of the first member, in both of its headers."""
    data = bytearray(zip_of(files))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def without_rows(files: Files) -> bytes:
    return files["demographics.csv"].split(b"\r\n")[0] + b"\r\n"


def type_before_name(data: bytes) -> bytes:
    rows = [line.split(b",") for line in data.strip().split(b"\r\n")]
    return b"\r\n".join(b",".join(row[i] for i in (0, 1, 2, 4, 3, 5, 6)) for row in rows)


def with_city(data: bytes) -> bytes:
    header, *rows = data.strip().split(b"\r\n")
    return b"\r\n".join([header + b",city", *(row + b",Bend" for row in rows)])
