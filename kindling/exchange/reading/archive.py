"""Opens the zip of a roster: what is in it, and what should not be."""

from __future__ import annotations

import stat
import zipfile
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _

from kindling.exchange.reading.faults import Log, Spot
from kindling.kit import unpacking
from kindling.kit.unpacking import BROKEN, MEGABYTE, READABLE, TooMuch, is_locked, parts_of

CLUTTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Limits(unpacking.Limits):
    """How much a roster or a sheet may hold. `upload`: the zip itself."""

    members: int = 100
    member: int = 100 * MEGABYTE
    total: int = 200 * MEGABYTE
    ratio_from: int = 4 * MEGABYTE
    upload: int = 60 * MEGABYTE


def unpack_zip(
    data: bytes, *, name: str, log: Log, limits: Limits | None = None
) -> dict[str, bytes]:
    """Return member name → content of a flat zip; what is wrong goes to the log.

    An empty answer means nothing could be trusted. Never raises for any input.
    """
    limits = limits or Limits()
    spot = log.at(name)
    if not _is_worth_opening(data, spot, limits):
        return {}
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _members(archive, spot, limits)
    except BROKEN:
        spot.fault(
            "broken_zip",
            _("The zip file is damaged."),
            _("Export it again; if it came by mail or a stick, copy it again."),
        )
        return {}


def _is_worth_opening(data: bytes, spot: Spot, limits: Limits) -> bool:
    if len(data) > limits.upload:
        spot.fault(
            "too_large",
            _("The file is larger than %(size)s MB.") % {"size": limits.upload // MEGABYTE},
            _("Export fewer files, or one school at a time."),
        )
        return False
    if not data.startswith(b"PK") or not zipfile.is_zipfile(BytesIO(data)):
        spot.fault(
            "not_a_zip",
            _("This is not a zip file, or it was cut off on the way."),
            _("Hand in the .zip as the roster system made it."),
        )
        return False
    return True


def _members(archive: zipfile.ZipFile, spot: Spot, limits: Limits) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > limits.members:
        spot.fault(
            "too_many_files",
            _("The zip holds %(count)s files.") % {"count": len(infos)},
            _("A roster package holds at most 22."),
        )
        return {}
    names = _flat_names(infos, spot)
    files: dict[str, bytes] = {}
    budget = limits.total
    for info in infos:
        name = names.get(info.filename, "")
        if not name or not _may_open(info, name, files, spot.log):
            continue
        here = spot.log.at(name)
        try:
            files[name] = b"".join(parts_of(archive, info, limits, budget))
        except TooMuch:
            _say_bomb(here)
            return {}
        except BROKEN:
            _say_damaged(here)
        else:
            budget -= len(files[name])
    return files


def _say_bomb(spot: Spot) -> None:
    spot.fault(
        "zip_bomb",
        _("The file unpacks to far more than a roster can hold."),
        _("Nothing was read. Export the package again."),
    )


def _say_damaged(spot: Spot) -> None:
    spot.fault(
        "broken_member",
        _("The file is damaged inside the zip."),
        _("Export the package again."),
    )


def _may_open(info: zipfile.ZipInfo, name: str, files: dict[str, bytes], log: Log) -> bool:
    spot = log.at(name)
    if is_locked(info):
        spot.fault(
            "encrypted",
            _("The file is locked with a password."),
            _("Make the zip again without a password."),
        )
    elif name.lower().endswith(".zip"):
        spot.fault(
            "nested_zip",
            _("There is a zip inside the zip."),
            _("Put the CSV files directly into one zip."),
        )
    elif info.compress_type not in READABLE:
        spot.fault(
            "odd_compression",
            _("The file is packed in a way Kindling does not read."),
            _("Make the zip with the usual “Compress” of your computer."),
        )
    elif name in files:
        spot.fault(
            "duplicate_member",
            _("The zip holds this file twice."),
            _("Keep one of the two."),
        )
    else:
        return True
    return False


def _flat_names(infos: list[zipfile.ZipInfo], spot: Spot) -> dict[str, str]:
    """Map each member to its name at the root; leave out clutter, folders and tricks."""
    files = [info for info in infos if not info.is_dir()]
    clutter = {f.filename for f in files if any(part in f.filename for part in CLUTTER)}
    if clutter:
        spot.slip(
            "clutter",
            _("The zip holds files that a computer left there, such as __MACOSX."),
            _("They are left out."),
            min(clutter),
        )
    names = {f.filename: f.filename for f in files if f.filename not in clutter}
    for info in files:
        if info.filename in names and _is_trick(info):
            del names[info.filename]
            spot.fault(
                "path_trick",
                _("A file in the zip points outside of it."),
                _("Nothing of it was read. Put plain CSV files into the zip."),
                info.filename,
            )
    return _out_of_folder(names, spot)


def _out_of_folder(names: dict[str, str], spot: Spot) -> dict[str, str]:
    """One folder around everything is a slip; anything deeper is a fault."""
    folders = {name.rpartition("/")[0] for name in names}
    if folders <= {""}:
        return names
    only = next(iter(folders))
    if (
        len(folders) == 1
        and "/" not in only
        and spot.slip(
            "folder",
            _("The files are in a folder inside the zip."),
            _("Zip the files themselves, not their folder."),
            only,
        )
    ):
        return {name: name.rpartition("/")[2] for name in names}
    if len(folders) > 1 or "/" in only:
        spot.fault(
            "folder",
            _("The files are in folders inside the zip."),
            _("Zip the files themselves, not their folder."),
            max(folders),
        )
    return {name: name for name in names if "/" not in name}


def _is_trick(info: zipfile.ZipInfo) -> bool:
    name = info.filename
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    return (
        is_link
        or name.startswith(("/", "\\"))
        or "\\" in name
        or ":" in name
        or "\x00" in name
        or ".." in name.split("/")
    )
