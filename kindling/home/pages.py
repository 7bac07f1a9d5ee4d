"""Which first page each hat gets, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.accounts.doors import doors_of
from kindling.attendance.along import About, Moment, Part, parts_for
from kindling.families.queries.letter import letter_for
from kindling.families.rules import reader_of
from kindling.home.queries.advisor import AdvisorToday, advisor_today
from kindling.home.queries.school import school_today
from kindling.home.queries.student import StudentToday, student_today
from kindling.home.queries.totals import school_totals
from kindling.home.rows import draw_needs, draw_present
from kindling.kit.addresses import url
from kindling.kit.ids import new_public_id
from kindling.placements.models import Pursuit
from kindling.questions.queries.pulses import waiting_for
from kindling.schools.roles import LEADERS, Role
from kindling.schools.viewer import Viewer
from kindling.ui.charts import dot_histogram
from kindling.ui.format import day

type Page = tuple[str, dict[str, Any]]

NOON, EVENING = 12, 17


def greeting(viewer: Viewer) -> str:
    """Say hello, as the clock at school has it."""
    hour = viewer.school.now().hour
    name = {"name": viewer.person.first if viewer.person else ""}
    if hour < NOON:
        return _("Good morning, %(name)s") % name
    if hour < EVENING:
        return _("Good afternoon, %(name)s") % name
    return _("Good evening, %(name)s") % name


def student_url(public_id: str) -> str:
    return url("people:student", public_id)


def first_page(viewer: Viewer) -> Page:
    """Return template and context of the first hat that fits."""
    for roles, page in FIRST:
        if viewer.is_a(*roles):
            return page(viewer)
    return "home/hello.html", {"greeting": greeting(viewer)}


def own_page(viewer: Viewer) -> Page:
    """A student's day."""
    today = student_today(viewer)
    if today is None:
        return "home/hello.html", {"greeting": greeting(viewer)}
    context: dict[str, Any] = {"today": today, "tap": new_public_id(), "next_step": next_step}
    context |= {"alongs": asked_along(viewer, today), "places_url": url("sites:places")}
    return "home/me.html", {**context, "pulse": waiting_for(viewer, today.student.places)}


def asked_along(viewer: Viewer, today: StudentToday) -> list[Part]:
    """What the school asks along with the tap that comes next."""
    moment = {"go": Moment.CHECK_IN, "here": Moment.CHECK_OUT}.get(today.step)
    if moment is None or today.place is None:
        return []
    return parts_for(viewer, moment, About(today.student.pk, today.place.pk, today.day))


def next_step(pursuit: Pursuit) -> str:
    """What the student waits for, or does next."""
    if pursuit.state == Pursuit.State.APPROVED and pursuit.until_on:
        facts = {"day": day(pursuit.until_on)}
        return _("Go ahead: call or visit them. Until %(day)s.") % facts
    if pursuit.state == Pursuit.State.START_REQUESTED:
        return _("Your advisor sets days and goals, then you start.")
    if pursuit.state == Pursuit.State.OFFERED and pursuit.until_on:
        return _("A seat is free for you. Say yes by %(day)s.") % {"day": day(pursuit.until_on)}
    if pursuit.state == Pursuit.State.QUEUED:
        return _("In the queue. See where you stand.")
    return _("Asked. The school looks at it.")


def advisor_page(viewer: Viewer) -> Page:
    """An advisor's day."""
    today = advisor_today(viewer)
    target = viewer.school.term_target_minutes
    pace = today.pace(target, viewer.school.today())
    # A person without hours stands at 0, like everybody at the start of a term.
    dots = [(student.who, student.total / 60) for student in today.students]
    context = {
        "today": today,
        "greeting": greeting(viewer),
        "titles": {
            "there": _("On internship"),
            "later": _("On the way or later today"),
            "school": _("At school"),
            "away": _("Away"),
        },
        "histogram": dot_histogram(dots, mark=pace),
        "mark_label": _("%(hours)s h by now") % {"hours": round(pace or 0)},
        "hours_summary": hours_summary(today, pace),
        "draw_needs": draw_needs,
        "draw_present": draw_present,
    }
    return "home/advisor.html", context


def hours_summary(today: AdvisorToday, pace: float | None) -> str:
    """The histogram in a sentence: how many are behind, and who."""
    behind = [s.who.first for s in today.students if pace and s.total / 60 < pace / 2]
    by_now = _("By now we hope for %(hours)s hours.") % {"hours": round(pace or 0)}
    if not behind:
        return by_now
    told = ngettext(
        "%(num)s student has less than half of that: %(names)s.",
        "%(num)s students have less than half of that: %(names)s.",
        len(behind),
    ) % {"num": len(behind), "names": ", ".join(behind)}
    return f"{by_now} {told}"


def school_page(viewer: Viewer) -> Page:
    """The whole school's day: what waits, and every advisory."""
    context = {"today": school_today(viewer), "greeting": greeting(viewer)}
    return "home/school.html", {**context, "student_url": student_url}


def family_page(viewer: Viewer) -> Page:
    """A child's week, as a letter."""
    letter = letter_for(reader_of(viewer))
    return "families/home.html", {"letter": letter, "greeting": greeting(viewer)}


def coach_page(viewer: Viewer) -> Page:
    """Numbers of the school, never a student."""
    user = viewer.person.user if viewer.person else None
    context = {"totals": school_totals(viewer), "greeting": greeting(viewer)}
    return "home/coach.html", {**context, "doors": doors_of(user) if user else []}


FIRST: list[tuple[tuple[Role, ...], Callable[[Viewer], Page]]] = [
    ((Role.STUDENT,), own_page),
    ((Role.ADVISOR,), advisor_page),
    (LEADERS, school_page),
    ((Role.GUARDIAN,), family_page),
    ((Role.COACH,), coach_page),
]
