"""An interview: planned with questions, held with notes, thanked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exploring import rules
from kindling.exploring.actions.experiencing import record_experience
from kindling.exploring.models import Experience, Interview
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity

MOST_QUESTIONS = 20
YEAR = timedelta(days=366)


@transaction.atomic
def plan_interview(
    student: Student,
    *,
    who: str,
    on: date,
    place: str = "",
    opportunity: Opportunity | None = None,
    questions: Iterable[str] = (),
    by: Viewer,
) -> Interview:
    """Plan to talk with somebody, at a place of the list or anywhere, with questions to ask.

    An earlier day is fine: it is noted afterwards. Two taps at once make one.
    """
    require(rules.may_enter(by, student) and student.school_id == by.school.pk)
    place = place.strip() or (opportunity.site.name if opportunity else "")
    _check_plan(place, on, by)
    if opportunity is not None and opportunity.site.is_quiet_on(on):
        raise Refused(_("%(place)s takes no students now.") % {"place": opportunity.title})
    Student.objects.select_for_update().get(pk=student.pk)
    facts = {"student": student, "who": who.strip(), "place": place, "on": on}
    same = Interview.objects.filter(state=Interview.State.PLANNED, **facts).first()
    if same is not None:
        return same
    asked = [{"ask": one, "answer": ""} for one in _tidy(questions)]
    made: Interview = Interview.objects.create(
        school=by.school, opportunity=opportunity, questions=asked, by=by.person, **facts
    )
    record("interview.plan", made, by=by, on=str(on))
    return made


def _check_plan(place: str, on: date, by: Viewer) -> None:
    if not place:
        raise ValidationError({"place": _("Say where, or choose a place of the list.")})
    if abs(on - by.school.today()) > YEAR:
        raise ValidationError({"on": _("Look at the year again.")})


@transaction.atomic
def change_questions(interview: Interview, questions: Iterable[str], *, by: Viewer) -> None:
    """Choose other questions while it is planned; answers to those that stay are kept."""
    require(rules.may_enter(by, interview.student))
    _require_planned(interview)
    answers = {one["ask"]: one["answer"] for one in interview.questions}
    interview.questions = [{"ask": one, "answer": answers.get(one, "")} for one in _tidy(questions)]
    interview.save(update_fields=["questions"])
    record("interview.change_questions", interview, by=by, questions=len(interview.questions))


@transaction.atomic
def hold_interview(
    interview: Interview,
    *,
    on: date,
    minutes: int,
    notes: str = "",
    answers: Iterable[str] = (),
    by: Viewer,
) -> Experience:
    """It took place: keep what was said. It counts once staff verified it; theirs counts at once."""
    require(rules.may_enter(by, interview.student))
    if on > by.school.today():
        raise ValidationError({"on": _("This day has not come yet.")})
    said = [
        {"ask": one["ask"], "answer": answer.strip()[:1000]}
        for one, answer in zip(interview.questions, _padded(answers, interview), strict=True)
    ]
    facts: dict[str, Any] = {"who": interview.who, "minutes": minutes, "learned": notes[:2000]}
    kept = record_experience(
        interview.student, kind="interview", on=on, place=interview.place, by=by, **facts
    )
    changes: dict[str, Any] = {"on": on, "notes": notes, "questions": said, "experience": kept}
    take_step(interview, "hold", by=by, **changes)
    return kept


def _padded(answers: Iterable[str], interview: Interview) -> list[str]:
    given = list(answers)[: len(interview.questions)]
    return given + [""] * (len(interview.questions) - len(given))


@transaction.atomic
def thank_for_interview(interview: Interview, *, by: Viewer) -> None:
    """The thank-you is on its way. Twice is once."""
    require(rules.may_enter(by, interview.student))
    if interview.state != Interview.State.HELD:
        raise Refused(_("First note that the interview took place."))
    rows = Interview.objects.filter(pk=interview.pk, thanked_on__isnull=True)
    if rows.update(thanked_on=by.school.today()):
        interview.thanked_on = by.school.today()
        record("interview.thank", interview, by=by)


@transaction.atomic
def cancel_interview(interview: Interview, *, by: Viewer) -> None:
    """It does not take place. That happens."""
    require(rules.may_enter(by, interview.student))
    take_step(interview, "cancel", by=by)


def _tidy(questions: Iterable[str]) -> list[str]:
    """Each once, without empty ones, at most twenty."""
    said = (" ".join(one.split())[:200] for one in questions)
    return list(dict.fromkeys(one for one in said if one))[:MOST_QUESTIONS]


def _require_planned(interview: Interview) -> None:
    if interview.state != Interview.State.PLANNED:
        raise Refused(_("This interview is over."))
