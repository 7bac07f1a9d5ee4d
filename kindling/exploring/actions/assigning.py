"""Activities: the school's bank, and what an advisor gives, a student does, an advisor answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.consents.protected import refuse_unlooked
from kindling.exploring import audience, rules
from kindling.exploring.collection import Offered
from kindling.exploring.models import Activity, Assignment
from kindling.history.steps import record, record_many, take_step
from kindling.kit.http import Refused, require
from kindling.kit.photos import LARGEST, shrunk
from kindling.notices.actions import notify_many
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

YEAR = timedelta(days=366)


@transaction.atomic
def keep_activity(
    activity: Activity | None, *, key: str = "", looked: bool = False, by: Viewer, **facts: Any
) -> Activity:
    """Add an activity, change one, or put one of the bank (`key`) in the school's own words.

    looked: somebody says that words which sound protected ask a student for nothing of it.
    """
    require(rules.may_keep_bank(by))
    sounds = refuse_unlooked([facts["title"], facts["text"]], looked=looked)
    if activity is None:
        activity = Activity.objects.filter(school=by.school, key=key).first() if key else None
    kept = activity or Activity(school=by.school, key=key)
    require(kept.school_id == by.school.pk)
    for name, value in {**facts, "is_retired": False}.items():
        setattr(kept, name, value)
    kept.save()
    record("activity.keep", kept, by=by, title=kept.title, key=key, sounds=sounds)
    return kept


@transaction.atomic
def retire_activity(activity: Activity, *, by: Viewer) -> None:
    """Offer it no more. What was given stays; one of the bank is offered in its own words again."""
    require(rules.may_keep_bank(by) and activity.school_id == by.school.pk)
    Activity.objects.filter(pk=activity.pk).update(is_retired=True)
    activity.is_retired = True
    record("activity.retire", activity, by=by, title=activity.title)


@transaction.atomic
def give_activity(
    offered: Offered, students: Iterable[Student], *, due_on: date | None = None, by: Viewer
) -> list[Assignment]:
    """Give it to these students, with a day if one likes. Who still has it open keeps that one."""
    wanted = list(students)
    if not wanted:
        raise ValidationError({"students": _("Choose at least one student.")})
    require(_guides_all(wanted, by))
    today = by.school.today()
    if due_on is not None and not today <= due_on <= today + YEAR:
        raise ValidationError({"due_on": _("Choose today or a day within the next year.")})
    words = {} if offered.is_standard else {"own_title": offered.title, "own_text": offered.text}
    held = Assignment.objects.filter(
        student__in=wanted, state__in=Assignment.OPEN, key=offered.key,
        own_title=words.get("own_title", ""),
    )  # fmt: skip
    has = set(held.values_list("student_id", flat=True))
    made = [
        Assignment(
            school=by.school, student=student, key=offered.key, minutes=offered.minutes,
            wants_photo=offered.wants_photo, given_by=by.person, given_on=today, due_on=due_on,
            **words,
        )
        for student in wanted
        if student.pk not in has
    ]  # fmt: skip
    Assignment.objects.bulk_create(made)
    record_many("assignment.give", made, by=by, key=offered.key)
    _tell_given(made, offered, due_on, by=by)
    return made


def _guides_all(students: list[Student], by: Viewer) -> bool:
    """Ask for the whole group in one statement, not for each."""
    same = all(one.school_id == by.school.pk for one in students)
    return same and {one.pk for one in students} <= rules.guided_keys(by, students)


def _tell_given(
    made: list[Assignment], offered: Offered, due_on: date | None, *, by: Viewer
) -> None:
    people = audience.unique([one.student.person for one in made], by)
    with inside(by.school):
        url = made[0].get_absolute_url() if len(made) == 1 else audience.own_page()
    facts = {"title": offered.title, "due_on": due_on, "minutes": offered.minutes}
    notify_many(people, "exploring/activity_given", facts, by=by, url=url)


@transaction.atomic
def save_assignment(
    assignment: Assignment,
    words: str,
    photo: UploadedFile[Any] | None = None,
    *,
    hand_in: bool = False,
    by: Viewer,
) -> None:
    """The student writes, and hands it in when it is done. Raises ValidationError for no photo."""
    require(rules.is_own(by, assignment.student))
    picture = _picture(photo)
    if hand_in and not (words.strip() or picture or assignment.photo):
        raise ValidationError({"words": _("Write a line or add a photo first.")})
    changes: dict[str, Any] = {"words": words.strip()[:8000]}
    if hand_in:
        changes["handed_in_at"] = by.school.now()
    take_step(assignment, "hand_in" if hand_in else "begin", by=by, **changes)
    if picture:
        _put_photo(assignment, picture)
    if hand_in:
        today = by.school.today()
        people = audience.unique(audience.advisors_of(assignment.student, today), by)
        with inside(by.school):
            url = assignment.get_absolute_url()
        facts = {"student": assignment.student, "title": assignment.title}
        notify_many(people, "exploring/handed_in", facts, by=by, url=url)


def _picture(photo: UploadedFile[Any] | None) -> bytes:
    try:
        return shrunk(photo.read(LARGEST + 1)) if photo else b""
    except ValidationError as wrong:
        raise ValidationError({"photo": wrong.messages}) from None


def _put_photo(assignment: Assignment, picture: bytes) -> None:
    """The new file first, and the old one goes once all is kept."""
    was = assignment.photo.name
    assignment.photo.save("", ContentFile(picture), save=False)
    assignment.save(update_fields=["photo"])
    if was:
        transaction.on_commit(partial(default_storage.delete, was))


@transaction.atomic
def answer_assignment(
    assignment: Assignment, reply: str, *, again: bool = False, by: Viewer
) -> None:
    """The advisor has read it: a word back, or what to look at once more."""
    require(rules.guides(by, assignment.student))
    reply = reply.strip()[:2000]
    if again and not reply:
        raise ValidationError({"reply": _("Say what to look at again.")})
    verb = "return" if again else "see"
    take_step(assignment, verb, by=by, reply=reply, reply_by=by.person)
    with inside(by.school):
        url = assignment.get_absolute_url()
    facts = {"title": assignment.title, "again": again, "reply": reply}
    people = audience.unique([assignment.student.person], by)
    notify_many(people, "exploring/answered", facts, by=by, url=url)


@transaction.atomic
def drop_assignment(assignment: Assignment, *, by: Viewer) -> None:
    """Take back what nobody has begun."""
    require(rules.guides(by, assignment.student))
    gone = Assignment.objects.filter(pk=assignment.pk, state=Assignment.State.GIVEN)
    record("assignment.drop", assignment, by=by, title=assignment.title)
    if not gone.delete()[0]:
        raise Refused(_("The student has begun. Talk about it first."))
