"""After a shadow day: it took place, and both say, each alone, whether to go on."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from kindling.exploring import rules
from kindling.exploring.actions.experiencing import record_experience
from kindling.exploring.actions.telling import ask_how_it_was, tell_outcome
from kindling.exploring.models import ExploringChoice, ShadowDay
from kindling.exploring.offcampus import count_off_campus
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.placements.actions import part_ways
from kindling.placements.models import Pursuit
from kindling.schools.viewer import Viewer

State, Answer, Outcome = ShadowDay.State, ShadowDay.Answer, ShadowDay.Outcome
SIDES = ("student", "host")


@transaction.atomic
def hold_shadow_day(shadow: ShadowDay, *, minutes: int, learned: str = "", by: Viewer) -> ShadowDay:
    """It took place, for so many minutes. Now both may say whether to go on.

    It counts once staff verified it. With the host's or staff's word it is a day present at once.
    """
    require(rules.may_hold(by, shadow))
    if shadow.on > by.school.today():
        raise Refused(_("This day has not come yet."))
    if not 0 < minutes <= 16 * 60:
        raise ValidationError({"minutes": _("Say how long it was.")})
    kept = record_experience(
        shadow.student, kind="shadow", on=shadow.on, place=shadow.opportunity.site.name, by=by,
        who=shadow.host.name if shadow.host else "", minutes=minutes, learned=learned[:2000],
    )  # fmt: skip
    days = ExploringChoice.of(by.school).answer_days
    until = by.school.today() + timedelta(days=days)
    pursuit = shadow.pursuit or _open_pursuit(shadow, Pursuit.State.APPROVED)
    take_step(shadow, "hold", by=by, experience=kept, answers_until=until, pursuit=pursuit)
    if not rules.is_own(by, shadow.student):
        count_off_campus(shadow)
    if shadow.asked_at is None:
        ask_how_it_was(shadow, by=by)
    return shadow


@transaction.atomic
def answer_as_student(shadow: ShadowDay, answer: str, note: str = "", *, by: Viewer) -> None:
    """The student says: go on, or not now. The host reads nothing of it before both have said."""
    require(rules.is_own(by, shadow.student))
    keep_answer(shadow, "student", answer, by=by, student_note=note.strip()[:1000])


@transaction.atomic
def answer_as_host(shadow: ShadowDay, answer: str, word: str = "", *, by: Viewer) -> None:
    """The host says: go on, or not now. The student reads nothing of it before both have said."""
    require(rules.may_say_host(by, shadow))
    keep_answer(shadow, "host", answer, by=by, host_word=word.strip()[:1000])


@transaction.atomic
def note_host_answer(shadow: ShadowDay, answer: str, *, by: Viewer) -> None:
    """Who guides the student writes down what the host said on the phone."""
    require(rules.guides(by, shadow.student))
    shadow.lock()
    if shadow.host_answer:
        raise Refused(_("The host has answered by link already."))
    keep_answer(shadow, "host", answer, by=by)


def keep_answer(shadow: ShadowDay, side: str, answer: str, *, by: Viewer, **words: str) -> None:
    if answer not in (Answer.CONTINUE, Answer.NOT_NOW):
        raise ValidationError({"answer": _("Choose one of the two.")})
    shadow.lock()  # both at once: one decides
    if shadow.state != State.HELD:
        raise Refused(_("This is decided. Talk with each other if you see it differently now."))
    for name, value in {f"{side}_answer": answer, **words}.items():
        setattr(shadow, name, value)
    shadow.save(update_fields=[f"{side}_answer", *words])
    # That something was said, never what.
    record(f"shadowday.{side}_answered", shadow, by=by)
    if all(getattr(shadow, f"{one}_answer") for one in SIDES):
        decide_shadow_day(shadow, by=Viewer.system(by.school))


@transaction.atomic
def decide_shadow_day(shadow: ShadowDay, *, by: Viewer) -> None:
    """Both have answered, or the time is over: the outcome stands, and the pursuit follows it."""
    shadow.lock()  # an answer may have come while the clock was reading
    outcome = _outcome(shadow)
    take_step(shadow, "decide", by=by, outcome=outcome)
    if outcome == Outcome.NOT_NOW:
        _close_pursuit(shadow, by=by)
    tell_outcome(shadow, by=by)


def _outcome(shadow: ShadowDay) -> ShadowDay.Outcome:
    """One "not now" is enough, whoever said it; go on is for two."""
    said = {getattr(shadow, f"{one}_answer") for one in SIDES}
    if Answer.NOT_NOW in said:
        return Outcome.NOT_NOW
    return Outcome.CONTINUE if said == {Answer.CONTINUE} else Outcome.UNHEARD


def _open_pursuit(shadow: ShadowDay, *states: str) -> Pursuit | None:
    """What the student goes after at this place, also when it began after the day was planned."""
    held = Pursuit.objects.filter(student=shadow.student_id, opportunity=shadow.opportunity_id)
    return held.filter(state__in=states).select_related("seat", "student").first()


def _close_pursuit(shadow: ShadowDay, *, by: Viewer) -> None:
    """Free the seat, without blame: the shadow day still counts."""
    pursuit = _open_pursuit(shadow, *Pursuit.OPEN)
    if pursuit is None:
        return
    with translation.override(shadow.student.person.language or None):
        reason = _("After the shadow day: not now. The day counts, and the next place may fit.")
    part_ways(pursuit, reason, by=Viewer.system(by.school))
