"""A student begins an exhibition, and says what it is about."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions import rules
from kindling.exhibitions.models import Exhibition, Kind, Panelist, Part
from kindling.history.steps import record, record_writing, too_late
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.plans.models import Plan
from kindling.portfolio.reaching import tells_how_to_reach
from kindling.schools.models import Person, Term
from kindling.schools.viewer import Viewer

FIELDS = ("agenda", "about")


@transaction.atomic
def plan_exhibition(
    student: Student,
    kind: Kind,
    *,
    term: Term | None = None,
    redo_of: Exhibition | None = None,
    by: Viewer,
) -> Exhibition:
    """Begin one, without a date. The advisor is on the panel from the beginning, and leads it.

    Refused while another of this kind is ahead, without an advisor, or for another grade.
    """
    require(rules.may_plan(by, student) and kind.school_id == by.school.pk)
    _refuse_second(student, kind)
    advisor = _advisor(student, by)
    made: Exhibition = Exhibition.objects.create(
        school=by.school, student=student, kind=kind, term=term, redo_of=redo_of, advisor=advisor,
        plan=Plan.objects.filter(student=student, term=term).first() if term else None,
        minutes=kind.minutes, state_since=by.school.now(), by=by.person,
        title=redo_of.title if redo_of else "", about=redo_of.about if redo_of else "",
    )  # fmt: skip
    Panelist.objects.create(
        school=by.school, exhibition=made, person=advisor, part=Part.ADVISOR, name=advisor.name,
        language=advisor.language, state=Panelist.State.COMING,
    )  # fmt: skip
    record("exhibition.plan", made, by=by, kind=kind.public_id)
    return made


def _refuse_second(student: Student, kind: Kind) -> None:
    if kind.ended_at or not kind.fits(student.grade):
        raise Refused(_("This kind is not for this grade now."))
    Student.objects.select_for_update().get(pk=student.pk)  # two taps at once make one
    ahead = Exhibition.objects.filter(student=student, kind=kind, state__in=Exhibition.AHEAD)
    if ahead.exists():
        raise Refused(_("%(name)s prepares one of this kind already.") % {"name": student.first})


def _advisor(student: Student, by: Viewer) -> Person:
    """The student's own advisor today; else whoever of the school begins it."""
    advisor = rules.advisors_now(student).first()
    if advisor is None and by.person and by.is_staff:
        advisor = by.person
    if advisor is None:
        raise Refused(
            _("%(name)s has no advisor now. Seat them in an advisory first.")
            % {"name": student.first}
        )
    return advisor


@transaction.atomic
def describe_exhibition(exhibition: Exhibition, *, title: str, is_listed: bool, by: Viewer) -> None:
    """Its title in the student's words, and whether the programme may name it: the student's to say."""
    require(rules.may_prepare(by, exhibition))
    title = " ".join(title.split())[:200]
    if not title:
        raise ValidationError({"title": _("Give it a title.")})
    if tells_how_to_reach(title):
        raise ValidationError({"title": _("Leave out telephone numbers and e-mail addresses.")})
    facts = {"title": title}
    if rules.is_own(by, exhibition.student):
        facts["is_listed"] = is_listed  # type: ignore[assignment]
    was = {name: str(getattr(exhibition, name)) for name in facts}
    rows = Exhibition.objects.filter(pk=exhibition.pk, state__in=Exhibition.AHEAD)
    if not rows.update(**facts):
        raise too_late(exhibition)
    for name, value in facts.items():
        setattr(exhibition, name, value)
    record("exhibition.describe", exhibition, by=by, was=was)


@transaction.atomic
def write_exhibition(
    exhibition: Exhibition, field: str, text: str, *, base: str, by: Viewer
) -> Clash | None:
    """Save the agenda or what guests read about it, or return both texts when somebody was faster."""
    require(rules.may_prepare(by, exhibition) and field in FIELDS)
    if not exhibition.is_ahead and exhibition.state != Exhibition.State.HELD:
        raise Refused(_("This exhibition is over. Its words stay as they are."))
    was = getattr(exhibition, field)
    clash = save_field(exhibition, field, text[:4000], base=base)
    if clash is None and was != getattr(exhibition, field):
        record_writing("exhibition.write", exhibition, by=by, field=field)
    return clash
