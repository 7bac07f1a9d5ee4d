"""Lets the rosters of courses be handed in as the files that are read here."""

from __future__ import annotations

from kindling.courses.sheets import MOST_ROWS, SheetRead, read_with
from kindling.exchange.reading.faults import Log
from kindling.exchange.reading.sheets import read_sheet


def register() -> None:
    """Tell courses. AppConfig.ready calls it once a process."""
    read_with(read)


def read(data: bytes, name: str) -> SheetRead:
    """Read a file with every suspicion that imports have."""
    log = Log()
    sheet = read_sheet(data, name=name, log=log)
    faults = [f"{fault.message} {fault.mend}".strip() for fault in log.faults]
    return SheetRead(sheet.header, sheet.rows[:MOST_ROWS], faults)
