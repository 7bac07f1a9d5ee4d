"""What a server and its database cost: CPU time and memory, read from /proc."""

import os
from pathlib import Path

TICK = 1000 / os.sysconf("SC_CLK_TCK")  # milliseconds


def family(pid: int) -> list[int]:
    """Return the process and everything it started."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in task.read_text().split()]
    return found


def cpu(*roots: int) -> float:
    """Milliseconds of user and system time that these families have used so far."""
    return sum(_ticks(pid) for root in roots for pid in family(root)) * TICK


def _ticks(pid: int) -> int:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0
    return int(fields[11]) + int(fields[12])


def fine_cpu(*roots: int) -> float:
    """The same to the microsecond, of each process's first thread: for PostgreSQL."""
    return sum(_ran(pid) for root in roots for pid in family(root)) / 1e6


def _ran(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0])
    except FileNotFoundError:
        return 0


def memory(root: int) -> float:
    """Megabytes (PSS: shared pages counted once) of the web workers below this process."""
    total = 0
    for pid in family(root):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024
