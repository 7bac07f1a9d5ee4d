"""Propose, judge, judge blind, agree, give back, award. Every word is a row of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import randbelow

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.evidence.models import Evidence
from kindling.goals.models import Framework, Goal, Level
from kindling.history.steps import record, take_step
from kindling.judgements import rules
from kindling.judgements.models import (
    Judgement,
    JudgementEvidence,
    JudgementSettings,
    Opinion,
    Setting,
)
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

Voice = Opinion.Voice
State = Judgement.State


@dataclass(frozen=True)
class Said:
    """What somebody says in one go."""

    level: Level
    setting: str = Setting.SCHOOL
    sure: str = Opinion.Sure.FAIRLY
    comment: str = ""


@transaction.atomic
def propose_judgement(
    student: Student, goal: Goal, said: Said, *, pieces: Sequence[Evidence], by: Viewer
) -> Judgement:
    """A student says how far they have come, and what shows it."""
    require(rules.may_propose(by, student))
    made = _begin(student, goal, pieces, State.PROPOSED, by=by)
    _say(made, Voice.SELF, said, by=by)
    record("judgement.propose", made, by=by)
    return made


@transaction.atomic
def begin_judgement(
    student: Student, goal: Goal, said: Said, *, pieces: Sequence[Evidence], by: Viewer
) -> Judgement:
    """Who guides a student judges without being asked. The student’s own word may follow."""
    require(rules.may_judge(by, student))
    made = _begin(student, goal, pieces, State.RATED, by=by)
    _say(made, Voice.FIRST, said, by=by)
    _draw(made)
    record("judgement.begin", made, by=by)
    return made


def _begin(
    student: Student, goal: Goal, pieces: Sequence[Evidence], state: str, *, by: Viewer
) -> Judgement:
    """Write the row. Refused without evidence, for a goal that is not in use, and for a second."""
    require(student.school_id == by.school.pk == goal.school_id)
    if goal.framework.state != Framework.State.PUBLISHED or goal.deprecated_at is not None:
        raise Refused(_("This goal is not in use any more. Choose one of the current version."))
    _need(pieces, student)
    try:
        with transaction.atomic():
            made: Judgement = Judgement.objects.create(
                school=by.school, student=student, goal=goal, rests_on=pieces[0], state=state,
                since=by.school.now(), by=_person(by),
            )  # fmt: skip
    except IntegrityError:
        raise Refused(_("This goal is being judged already. Open it and go on there.")) from None
    _rest(made, pieces)
    return made


def _person(by: Viewer) -> Person:
    """Who says it: a judgement is always somebody's."""
    if by.person is None:
        raise PermissionDenied
    return by.person


def _need(pieces: Sequence[Evidence], student: Student) -> None:
    """Refuse when there is nothing, or anything that is not this student's and kept."""
    if not pieces:
        raise Refused(_("Choose one piece of evidence first. Nothing is judged without any."))
    require(all(piece.student_id == student.pk for piece in pieces))
    if not all(piece.is_kept for piece in pieces):
        raise Refused(_("One of these pieces was taken away. Choose another one."))


def _rest(judgement: Judgement, pieces: Sequence[Evidence]) -> None:
    JudgementEvidence.objects.bulk_create(
        (
            JudgementEvidence(school=judgement.school, judgement=judgement, evidence=piece)
            for piece in pieces
        ),
        ignore_conflicts=True,
    )


def _say(judgement: Judgement, voice: str, said: Said, *, by: Viewer) -> None:
    """Write an opinion; its level is one of the goal's own version."""
    if said.level.scale_id != judgement.goal.framework.scale_id:
        raise Refused(_("This level belongs to another version. Choose again."))
    Opinion.objects.create(
        school=by.school, judgement=judgement, voice=voice, by=_person(by), level=said.level,
        setting=said.setting, sure=said.sure, comment=said.comment, at=by.school.now(),
    )  # fmt: skip


def _draw(judgement: Judgement) -> None:
    """Some judgements, drawn by chance, are judged twice."""
    if randbelow(100) < rules.sample_percent(judgement.school):
        judgement.needs_second = judgement.is_sample = True
        judgement.save(update_fields=["needs_second", "is_sample"])


@transaction.atomic
def say_self(judgement: Judgement, said: Said, *, pieces: Sequence[Evidence], by: Viewer) -> None:
    """The student's own word: again after it was given back, or beside the adult's."""
    require(rules.may_propose(by, judgement.student))
    _hold(judgement)
    if judgement.state in {State.ACCEPTED, State.AWARDED}:
        raise Refused(_("This is agreed already. Propose the goal again when you have more."))
    if pieces:
        _need(pieces, judgement.student)
        _rest(judgement, pieces)
    _say(judgement, Voice.SELF, said, by=by)
    if judgement.state == State.RETURNED:
        take_step(judgement, "propose", by=by, since=by.school.now(), needs_second=False,
                  is_sample=False, second=None)  # fmt: skip
    else:
        record("judgement.say_self", judgement, by=by)


@transaction.atomic
def judge(judgement: Judgement, said: Said, *, by: Viewer) -> None:
    """Say how far the student has come, beside what they say. The first time may draw a second."""
    require(rules.may_judge(by, judgement.student))
    _hold(judgement)
    require(not rules.is_blind(by, judgement))
    first_time = judgement.state == State.PROPOSED
    take_step(judgement, "rate", by=by, since=by.school.now())
    _say(judgement, Voice.FIRST, said, by=by)
    if first_time:
        _draw(judgement)


@transaction.atomic
def give_second(judgement: Judgement, person: Person, *, by: Viewer) -> None:
    """Ask an adult to judge blind; refused for who judged first, and once it is judged twice."""
    require(rules.may_give_second(by, judgement))
    _hold(judgement)
    if judgement.state != State.RATED:
        raise Refused(_("A second judgement follows a first one, and comes before it is agreed."))
    if not rules.second_judges(judgement).filter(pk=person.pk).exists():
        raise Refused(_("Somebody else has to judge the second time."))
    judgement.second, judgement.needs_second = person, True
    judgement.save(update_fields=["second", "needs_second"])
    record("judgement.give_second", judgement, by=by, to=person.public_id)


@transaction.atomic
def judge_second(judgement: Judgement, said: Said, *, by: Viewer) -> None:
    """Judge without having read the first one."""
    _hold(judgement)
    require(rules.may_judge_second(by, judgement))
    take_step(judgement, "second", by=by, since=by.school.now(), second=by.person)
    _say(judgement, Voice.SECOND, said, by=by)


@transaction.atomic
def accept_judgement(judgement: Judgement, level: Level, *, by: Viewer, comment: str = "") -> None:
    """Agree on a level that an adult gave. Where two differ, say why it is this one."""
    require(rules.may_judge(by, judgement.student))
    _hold(judgement)
    if judgement.state == State.RATED and judgement.needs_second:
        raise Refused(_("This one is judged twice. Wait for the second judgement."))
    given = _given(judgement)
    if level.pk not in given.values():
        raise Refused(_("Choose a level that one of you gave, or judge again."))
    if len(set(given.values())) > 1 and not comment:
        raise Refused(_("Your two judgements differ. Write down why it is this level."))
    take_step(judgement, "accept", by=by, level=level, since=by.school.now(),
              closed_on=by.school.today())  # fmt: skip
    _say(judgement, Voice.AGREED, Said(level, comment=comment), by=by)


def _given(judgement: Judgement) -> dict[str, int]:
    """Voice → the key of the level it gave last, of adults."""
    rows = Opinion.objects.filter(judgement=judgement, voice__in=[Voice.FIRST, Voice.SECOND])
    return dict(rows.order_by("at", "pk").values_list("voice", "level_id"))


@transaction.atomic
def return_judgement(judgement: Judgement, *, by: Viewer, comment: str) -> None:
    """Give it back, with what is missing."""
    require(rules.may_judge(by, judgement.student))
    _hold(judgement)
    take_step(judgement, "return", by=by, since=by.school.now())
    Opinion.objects.create(
        school=by.school, judgement=judgement, voice=Voice.AGREED, by=_person(by), comment=comment,
        at=by.school.now(),
    )  # fmt: skip


@transaction.atomic
def award_judgement(judgement: Judgement, *, by: Viewer) -> None:
    """Award the level that was agreed. Refused when no piece it rests on is left."""
    require(rules.may_judge(by, judgement.student))
    _hold(judgement)
    if not rules.pieces_of(judgement).filter(state=Evidence.State.KEPT).exists():
        raise Refused(_("All that this rests on was taken away. Without evidence no award."))
    take_step(judgement, "award", by=by, since=by.school.now(), closed_on=by.school.today())


def _hold(judgement: Judgement) -> None:
    """One at a time: nobody else changes it until the transaction ends."""
    fresh = Judgement.objects.select_for_update().get(pk=judgement.pk)
    for name in ("state", "needs_second", "second_id", "level_id"):
        setattr(judgement, name, getattr(fresh, name))


@transaction.atomic
def set_sample(percent: int, *, by: Viewer) -> None:
    """Say how many of a hundred judgements are judged twice."""
    require(rules.may_moderate(by))
    JudgementSettings.objects.update_or_create(
        school=by.school, defaults={"sample_percent": percent}
    )
    record("school.set_sample", by.school, by=by, percent=percent)
