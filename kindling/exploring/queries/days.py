"""A shadow day as each reader's page shows it: nobody's answer to anybody else too early."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.exploring import audience, rules
from kindling.exploring.gate import what_stops
from kindling.exploring.models import ShadowDay
from kindling.schools.viewer import Viewer

State, Said, Answer, Outcome = (
    ShadowDay.State, ShadowDay.Said, ShadowDay.Answer, ShadowDay.Outcome,
)  # fmt: skip
TONES = {
    State.ASKED: "warn", State.PLANNED: "warn", State.AGREED: "info", State.HELD: "warn",
    State.DECIDED: "good", State.DECLINED: "quiet", State.CANCELLED: "quiet",
}  # fmt: skip


@dataclass(frozen=True)
class Answers:
    """What both said, for who guides the student, once it is open."""

    student: str
    host: str
    student_note: str
    host_word: str


@dataclass(frozen=True)
class ShadowPage:
    """One shadow day. `own_answer` is the reader's; `answers` are there once all are open."""

    shadow: ShadowDay
    tone: str
    standing: str
    is_own: bool
    guides: bool
    may_family: bool
    family: tuple[str, ...]
    stops: str
    own_answer: str
    answers: Answers | None
    may_hold: bool
    goes_on: bool  # both said go on, and the pursuit waits for its start

    @property
    def is_ahead(self) -> bool:
        return self.shadow.state in ShadowDay.AHEAD


def shadow_page(viewer: Viewer, shadow: ShadowDay) -> ShadowPage:
    """Gather the page. Ask only for a day the viewer sees."""
    is_own, guides = rules.is_own(viewer, shadow.student), rules.guides(viewer, shadow.student)
    planned = shadow.state == State.PLANNED
    family = audience.family_asked(shadow.student) if planned and guides else []
    pursuit = shadow.pursuit
    wants_more = shadow.outcome == Outcome.CONTINUE and pursuit is not None
    today = viewer.school.today()
    return ShadowPage(
        shadow=shadow,
        tone=TONES[State(shadow.state)],
        standing=standing(shadow),
        is_own=is_own,
        guides=guides,
        may_family=_waits_for_family(shadow) and rules.may_say_family(viewer, shadow),
        family=tuple(one.name for one in family),
        stops=what_stops(shadow, viewer.school) if planned else "",
        own_answer=shadow.student_answer if is_own else "",
        answers=_answers(shadow) if rules.sees_answers(viewer, shadow) else None,
        may_hold=(is_own or guides) and shadow.state == State.AGREED and shadow.on <= today,
        goes_on=bool(wants_more and pursuit and pursuit.state == pursuit.State.APPROVED),
    )


def _waits_for_family(shadow: ShadowDay) -> bool:
    return shadow.state in (State.PLANNED, State.AGREED) and shadow.family_said != Said.OF_AGE


def _answers(shadow: ShadowDay) -> Answers:
    said = {answer.value: str(answer.label) for answer in Answer}
    return Answers(
        said[shadow.student_answer], said[shadow.host_answer],
        shadow.student_note, shadow.host_word,
    )  # fmt: skip


def standing(shadow: ShadowDay) -> str:
    """Where it stands, in a sentence that says nothing of anybody's answer."""
    if shadow.state == State.PLANNED:
        return _waiting(shadow)
    if shadow.state == State.DECIDED:
        return outcome_words(shadow.outcome)
    return {
        State.ASKED.value: _("The school looks at it first. Then family and host are asked."),
        State.AGREED.value: _(
            "Family and host said yes. On that day the student is there, not at school."
        ),
        State.HELD.value: _(
            "Both say, each alone, whether to go on. Nobody reads it before both have."
        ),
        State.DECLINED.value: _("It does not work out this time. Another day or place may."),
        State.CANCELLED.value: _("It was called off."),
    }[shadow.state]


def _waiting(shadow: ShadowDay) -> str:
    family_missing = not shadow.family_said
    if family_missing and not shadow.host_said:
        return _("Family and host are asked. It takes a yes from both.")
    if family_missing:
        return _("The host said yes. Now it takes a yes from the family.")
    if not shadow.host_said:
        return _("It takes a yes from the host.")
    return _("Both said yes. Something else is missing.")


def outcome_words(outcome: str) -> str:
    """The same sentence for all, whoever said what."""
    return {
        Outcome.CONTINUE.value: _("Both want to go on."),
        Outcome.NOT_NOW.value: _("Not now. The day counts, and it told you something."),
        Outcome.UNHEARD.value: _("Not everybody answered in time. Talk with each other."),
    }.get(outcome, "")
