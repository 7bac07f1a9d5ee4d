"""Who can be there when, and who interprets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.weeks import rules
from kindling.weeks.checks import open_week, touch
from kindling.weeks.gathering import key_of_voice
from kindling.weeks.models import FreeTime, Interpreter, Sitting, Week

type Times = Iterable[tuple[date, time, time]]


@transaction.atomic
def say_hours(week: Week, who: Person | Interpreter, times: Times, *, by: Viewer) -> None:
    """Set when somebody can be there; nothing means always. People say it for themselves.

    Interpreters and everybody else: who plans writes it down for them.
    """
    own = isinstance(who, Person) and who.pk == by.person_id and rules.may_say_hours(by, week)
    require((own or rules.may_plan(by)) and who.school_id == by.school.pk == week.school_id)
    week.lock()
    if week.state not in Week.OPEN:
        raise Refused(_("The plan is being published. Try again in a minute."))
    whose = {"person": who} if isinstance(who, Person) else {"interpreter": who}
    FreeTime.objects.filter(week=week, **whose).delete()
    for on, from_at, until_at in times:
        if until_at <= from_at:
            raise ValidationError(_("A time ends after it begins."))
        FreeTime.objects.create(
            school=by.school, week=week, on=on, from_at=from_at, until_at=until_at, **whose
        )
    touch(week)
    record("week.say_hours", week, by=by, who=who.public_id)


@transaction.atomic
def add_interpreter(
    week: Week, *, name: str, language: str, person: Person | None = None, by: Viewer
) -> Interpreter:
    """Somebody interprets in this week."""
    open_week(week, by=by)
    require(person is None or person.school_id == by.school.pk)
    name = person.name if person else " ".join(name.split())[:200]
    if not name or not language:
        raise ValidationError({"name": _("Who interprets, and which language?")})
    facts = {"week": week, "language": language, "name": name, "person": person, "ended_at": None}
    made: Interpreter = Interpreter.objects.create(school=by.school, **facts)
    touch(week)
    record("interpreter.add", made, by=by)
    return made


@transaction.atomic
def drop_interpreter(voice: Interpreter, *, by: Viewer) -> None:
    """Somebody does not interpret any more. Refused while they are needed in the plan."""
    open_week(voice.week, by=by)
    key = key_of_voice(voice)
    rows = Sitting.objects.filter(week=voice.week, off_at=None, starts_at__isnull=False)
    if any(key in found for found in rows.values_list("interpreters", flat=True)):
        raise Refused(
            _("%(name)s is in the plan. Move those exhibitions first.") % {"name": voice.name}
        )
    Interpreter.objects.filter(pk=voice.pk).update(ended_at=by.school.now())
    touch(voice.week)
    record("interpreter.drop", voice, by=by)
