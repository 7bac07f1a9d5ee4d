"""Who ends a student's time at school once the principal said yes. An app above says so here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from kindling.people.models import Student
from kindling.schools.viewer import Viewer


class Finish(Protocol):
    def __call__(self, student: Student, *, left_on: date, by: Viewer) -> None: ...


_finish: list[Finish] = []


def register(finish: Finish) -> Callable[..., None]:
    """Let this one graduate students. AppConfig.ready calls it once a process."""
    _finish[:] = [finish]
    return finish


def finish(student: Student, *, left_on: date, by: Viewer) -> None:
    """The student has finished school: internships and seats end, an alum's hat is given."""
    for one in _finish:
        one(student, left_on=left_on, by=by)
