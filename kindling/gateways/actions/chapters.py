"""An autobiography, chapter by chapter. Only the advisor is ever shown one."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.gateways import rules
from kindling.gateways.models import Chapter
from kindling.history.steps import record, record_writing, take_step
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.people.rules import is_own_advisor
from kindling.schools.viewer import Viewer

State = Chapter.State
MOST = 60


@transaction.atomic
def begin_chapter(student: Student, title: str, *, by: Viewer) -> Chapter:
    """One more chapter."""
    require(rules.is_own(by, student))
    Student.objects.select_for_update().get(pk=student.pk)  # one at a time
    empty = {"title": title, "state": State.WRITING, "words": 0, "comment": ""}
    twice: Chapter | None = Chapter.objects.filter(student=student, **empty).first()
    if twice is not None:  # tapped again before the page had answered
        return twice
    if Chapter.objects.filter(student=student).count() >= MOST:
        raise Refused(_("Sixty chapters are a long life. Put two of them together."))
    made: Chapter = Chapter.objects.create(
        school=by.school, student=student, title=title, since=by.school.now()
    )
    record("chapter.begin", made, by=by)
    return made


def write_chapter(chapter: Chapter, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Save the words while it is in writing; both texts when two devices wrote."""
    require(rules.is_own(by, chapter.student))
    with transaction.atomic():
        clash = save_field(
            chapter, "body", text, base=base, if_still={"state": State.WRITING},
            words=len(text.split()),
        )  # fmt: skip
        if clash is None:
            record_writing("chapter.write", chapter, by=by)
    return clash


@transaction.atomic
def share_chapter(chapter: Chapter, *, by: Viewer) -> None:
    """Let one's own advisor read it, and nobody else."""
    require(rules.is_own(by, chapter.student))
    chapter.refresh_from_db(fields=["words"])
    if not chapter.words:
        raise Refused(_("Write something first."))
    take_step(chapter, "share", by=by, since=by.school.now(), comment="")


@transaction.atomic
def take_chapter_back(chapter: Chapter, *, by: Viewer) -> None:
    """Read no longer, from now on; one that is done is opened again."""
    require(rules.is_own(by, chapter.student))
    verb = "reopen" if chapter.state == State.DONE else "take_back"
    take_step(chapter, verb, by=by, since=by.school.now())


@transaction.atomic
def give_chapter_back(chapter: Chapter, comment: str, *, by: Viewer) -> None:
    """The advisor has read it and says what would make it stronger."""
    require(is_own_advisor(by, chapter.student))
    if not comment:
        raise Refused(_("Say what would make it stronger."))
    take_step(chapter, "give_back", by=by, since=by.school.now(), comment=comment)


@transaction.atomic
def finish_chapter(chapter: Chapter, comment: str = "", *, by: Viewer) -> None:
    """The advisor has read it: it is done."""
    require(is_own_advisor(by, chapter.student))
    take_step(chapter, "finish", by=by, since=by.school.now(), comment=comment)
