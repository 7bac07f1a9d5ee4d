"""A student says how they are; the adult who promised reads, answers, and gets help if need be."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.moods import rules
from kindling.moods.actions.telling import tell
from kindling.moods.models import Mood
from kindling.schools.viewer import Viewer


@transaction.atomic
def say_mood(*, feeling: int, text: str = "", by: Viewer) -> Mood:
    """Say how one is, at most once a day. Refused where nobody has promised to answer."""
    student = rules.own_student(by)
    require(student is not None)
    promise = rules.promise_to(by)
    if promise is None:
        raise Refused(_("Nobody can answer in time just now. Please talk to an adult you trust."))
    now = by.school.now()
    mood, made = Mood.objects.get_or_create(
        student=student, on=by.school.today(),
        defaults={
            "school": by.school, "person": promise.person, "feeling": feeling, "said_at": now,
            "text": text.strip()[:1000], "due_at": now + timedelta(hours=promise.reply_hours),
        },
    )  # fmt: skip
    if not made:
        raise Refused(_("You have said it for today. It stands below."))
    record("mood.say", mood, by=by)
    is_bad = feeling == Mood.Feeling.VERY_BAD
    tell([promise.person], "said", by=by, urgent=is_bad, hours=promise.reply_hours)
    found: Mood = mood
    return found


@transaction.atomic
def answer_mood(mood: Mood, text: str, *, by: Viewer) -> None:
    """Answer the student, once."""
    require(rules.may_answer_mood(by, mood))
    told = {"answer": text.strip()[:1000], "answered_by": by.person, "answered_at": by.school.now()}
    Mood.objects.filter(pk=mood.pk, state="said").update(**told)
    take_step(mood, "answer", by=by)
    tell([mood.student.person], "answer", by=by)


@transaction.atomic
def pass_mood(mood: Mood, *, by: Viewer) -> None:
    """Somebody may be in danger: the principal reads it from now on, and the student is told so."""
    require(rules.may_answer_mood(by, mood))
    if not Mood.objects.filter(pk=mood.pk, passed_at=None).update(passed_at=by.school.now()):
        raise Refused(_("The principal has been told already."))
    record("mood.pass", mood, by=by)
    tell(rules.principals_for(by, mood.student), "passed", by=by, urgent=True, who=mood.person.name)
    tell([mood.student.person], "answer", by=by)


@transaction.atomic
def open_mood(mood: Mood, *, by: Viewer) -> None:
    """Note that the student saw the answer, or that somebody else than the promised adult read."""
    if rules.own_moods(by).filter(pk=mood.pk).exists():
        Mood.objects.filter(pk=mood.pk, state="answered", seen_at=None).update(
            seen_at=by.school.now()
        )
        return
    require(rules.may_answer_mood(by, mood))
    if mood.person_id != by.person_id:
        record("mood.read", mood, by=by)
