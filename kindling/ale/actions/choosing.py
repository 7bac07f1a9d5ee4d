"""What a school chose, and which students learn so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.ale import rules
from kindling.ale.models import AleChoice, AlePlace
from kindling.ale.sources import CHOICES
from kindling.history.steps import record, record_many
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose_ale(
    *, is_on: bool, kinds: Iterable[str], warn_days: int, serious_days: int, by: Viewer
) -> AleChoice:
    """Switch it on or off, and say what counts as contact. Off, everything stays and shows nowhere."""
    require(rules.may_choose(by))
    counted = [one.key for one in CHOICES if one.key in set(kinds)]
    if not counted:
        raise ValidationError({"kinds": _("Choose at least one.")})
    if not 1 <= warn_days < serious_days:
        raise ValidationError({"serious_days": _("This comes after the first warning.")})
    facts = {
        "is_on": is_on, "kinds": counted, "warn_days": warn_days, "serious_days": serious_days,
    }  # fmt: skip
    choice, _new = AleChoice.objects.update_or_create(school=by.school, defaults=facts)
    School.objects.filter(pk=by.school.pk).update(has_ale=is_on)
    by.school.has_ale = is_on
    record("ale.choose", choice, by=by, **facts)
    return choice


@transaction.atomic
def add_places(students: Iterable[Student], teacher: Person, *, by: Viewer) -> list[AlePlace]:
    """These learn so from today, with this certificated teacher."""
    require(rules.may_keep(by) and rules.teachers(by).filter(pk=teacher.pk).exists())
    keys = {one.pk for one in students}
    found = rules.addable_students(by).filter(pk__in=keys)
    made = AlePlace.objects.bulk_create(
        AlePlace(school=by.school, student=one, teacher=teacher, since_on=by.school.today())
        for one in found
    )
    record_many("ale.add", made, by=by, teacher=teacher.public_id)
    return made


@transaction.atomic
def change_place(
    place: AlePlace, *, teacher: Person, hours_week: Decimal | None, contact_how: str, by: Viewer
) -> None:
    """Another teacher, other hours, another way of contact. The history keeps what was."""
    require(rules.may_keep(by) and rules.teachers(by).filter(pk=teacher.pk).exists())
    was = {
        "teacher": place.teacher.public_id, "hours_week": str(place.hours_week or ""),
        "contact_how": place.contact_how,
    }  # fmt: skip
    place.teacher, place.hours_week, place.contact_how = teacher, hours_week, contact_how
    place.save(update_fields=["teacher", "hours_week", "contact_how"])
    record("ale.change", place, by=by, **was)


@transaction.atomic
def end_place(place: AlePlace, *, by: Viewer) -> None:
    """They learn so no longer: yesterday was the last day, or today when they began today."""
    require(rules.may_keep(by))
    last = max(by.school.today() - timedelta(days=1), place.since_on)
    rows = AlePlace.objects.filter(pk=place.pk, until_on__isnull=True)
    if not rows.update(until_on=last):
        raise Refused(_("This has ended already."))
    place.until_on = last
    record("ale.end", place, by=by, until_on=str(last))
