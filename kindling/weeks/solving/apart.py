"""Solve in a process of its own: a week never takes the worker's memory, nor the worker with it."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection

from kindling.weeks.solving.problem import Found, Problem
from kindling.weeks.solving.solve import SECONDS, solve

PATIENCE = 60.0  # seconds without a word, with a slow machine and the import counted


class NoAnswer(Exception):
    """The process came to an end without a plan."""


def solve_apart(
    problem: Problem, tell: Callable[[int], None], *, seconds: float = SECONDS
) -> Found:
    """Return the plan; `tell` hears how many have a slot so far. Raises NoAnswer."""
    fresh = get_context("spawn")
    here, there = fresh.Pipe(duplex=False)
    process = fresh.Process(target=_work, args=(there, problem, seconds), daemon=True)
    process.start()
    there.close()
    try:
        return _listen(here, tell, PATIENCE + seconds)
    finally:
        process.kill()
        process.join()
        process.close()


def _listen(here: Connection, tell: Callable[[int], None], patience: float) -> Found:
    while here.poll(patience):
        try:
            word = here.recv()
        except EOFError:
            break
        if isinstance(word, Found):
            return word
        tell(word)
    raise NoAnswer


def _work(there: Connection, problem: Problem, seconds: float) -> None:
    there.send(solve(problem, there.send, seconds=seconds))
