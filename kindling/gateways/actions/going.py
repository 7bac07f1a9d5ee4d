"""A student's way: say what is left, show something, apply, be checked."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.evidence.models import Evidence
from kindling.gateways import rules
from kindling.gateways.models import Checklist, Gateway, Line, OwnWord, Showing
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

State = Gateway.State


def open_gateway(student: Student, checklist: Checklist, *, by: Viewer) -> Gateway:
    """Begin somebody's way; whoever comes second finds the one that is there."""
    require(rules.may_begin(by, student) and checklist.school_id == by.school.pk)
    if checklist.state != Checklist.State.PUBLISHED:
        raise Refused(_("This checklist is not in use. Choose the one that is."))
    if student.state != Student.State.ENROLLED:
        raise Refused(_("%(name)s is not at school any more.") % {"name": student.first})
    with transaction.atomic():
        gateway, made = Gateway.objects.get_or_create(
            student=student,
            key=checklist.key,
            defaults={"school": by.school, "checklist": checklist, "since": by.school.now()},
        )
        if made:
            record("gateway.open", gateway, by=by)
    return gateway


@transaction.atomic
def take_version(gateway: Gateway, *, by: Viewer) -> None:
    """Go on with the version in use now. What was shown for a line that is still there stays."""
    require(rules.may_guide(by, gateway.student))
    _hold(gateway)
    if gateway.state != State.PREPARING:
        raise Refused(_("The checklist changes only before somebody has applied."))
    now = Checklist.objects.filter(
        school=by.school, key=gateway.key, state=Checklist.State.PUBLISHED
    ).first()
    if now is None or now.pk == gateway.checklist_id:
        raise Refused(_("This is the newest version already."))
    was, gateway.checklist = gateway.checklist.version, now
    gateway.save(update_fields=["checklist"])
    record("gateway.take_version", gateway, by=by, was=was, now=now.version)


@transaction.atomic
def say_left(gateway: Gateway, line: Line, words: str, *, by_on: date | None, by: Viewer) -> None:
    """Say in one's own words what is left of a line. Empty words take it away."""
    require(rules.is_own(by, gateway.student) and line.checklist_id == gateway.checklist_id)
    _hold(gateway)
    _must_be_open(gateway)
    rows = OwnWord.objects.filter(gateway=gateway, line_key=line.key)
    if words:
        OwnWord.objects.update_or_create(
            gateway=gateway,
            line_key=line.key,
            defaults={"school": by.school, "words": words, "by_on": by_on},
        )
    else:
        rows.delete()
    record("gateway.say_left", gateway, by=by, line=line.key)


@transaction.atomic
def show_for(
    gateway: Gateway, line: Line, words: str, *, evidence: Evidence | None, amount: int, by: Viewer
) -> Showing:
    """Show something for a line that nothing counts. Staff write down what they saw themselves."""
    student = gateway.student
    require(rules.may_begin(by, student) and line.checklist_id == gateway.checklist_id)
    _hold(gateway)
    _must_be_open(gateway)
    if not line.is_shown:
        raise Refused(_("This is counted from the record. There is nothing to show for it."))
    if evidence is not None:
        require(evidence.student_id == student.pk)
        if not evidence.is_kept:
            raise Refused(_("This piece was taken away. Choose another one."))
    counts = amount if line.kind == Line.Kind.SERVICE else 1
    facts = {"line_key": line.key, "words": words, "evidence": evidence, "amount": counts}
    twice = gateway.showings.filter(state=Showing.State.SHOWN, **facts).first()
    if twice is not None:  # tapped again before the page had answered
        return twice
    made: Showing = Showing.objects.create(
        school=by.school, gateway=gateway, at=by.school.now(), **facts
    )
    record("gateway.show", gateway, by=by, line=line.key)
    return made


@transaction.atomic
def accept_showing(showing: Showing, *, by: Viewer) -> None:
    """It counts."""
    require(rules.may_guide(by, showing.gateway.student))
    _hold(showing.gateway)
    _must_be_open(showing.gateway)
    take_step(showing, "accept", by=by, decided_by=_person(by))


@transaction.atomic
def return_showing(showing: Showing, comment: str, *, by: Viewer) -> None:
    """Give it back with what is missing. The student shows something new; this row stays."""
    require(rules.may_guide(by, showing.gateway.student))
    _hold(showing.gateway)
    _must_be_open(showing.gateway)
    if not comment:
        raise Refused(_("Say what is missing, so that %(name)s can go on.") % _named(showing))
    take_step(showing, "return", by=by, decided_by=_person(by), comment=comment)


def _named(showing: Showing) -> dict[str, str]:
    return {"name": showing.gateway.student.first}


@transaction.atomic
def apply_for(gateway: Gateway, words: str, *, by: Viewer) -> None:
    """The student says that they are ready, and why. What is still open is no bar: it is looked at."""
    require(rules.is_own(by, gateway.student))
    if not words:
        raise Refused(_("Say in a sentence or two why you are ready."))
    take_step(
        gateway,
        "apply",
        by=by,
        since=by.school.now(),
        ready_words=words,
        back_words="",
        exhibition=None,
    )


@transaction.atomic
def give_back(gateway: Gateway, words: str, *, by: Viewer) -> None:
    """Not yet: the student reads what is missing, and applies again."""
    require(rules.may_guide(by, gateway.student))
    if not words:
        raise Refused(_("Say what is missing, so that the student can go on."))
    take_step(gateway, "give_back", by=by, since=by.school.now(), back_words=words)


@transaction.atomic
def check_portfolio(gateway: Gateway, *, by: Viewer) -> None:
    """The portfolio was looked at together: an exhibition can be planned."""
    require(rules.may_guide(by, gateway.student))
    take_step(gateway, "check", by=by, since=by.school.now())


def _hold(gateway: Gateway) -> None:
    """One at a time: nobody else changes it until the transaction ends."""
    fresh = Gateway.objects.select_for_update().get(pk=gateway.pk)
    gateway.state = fresh.state
    gateway.checklist_id = fresh.checklist_id
    gateway.exhibition_id = fresh.exhibition_id


def _must_be_open(gateway: Gateway) -> None:
    if not gateway.is_open:
        raise Refused(_("This is settled: what it rests on stays as it was."))


def _person(by: Viewer) -> Person:
    """Who says it: a yes is always somebody's."""
    if by.person is None:
        raise PermissionDenied
    return by.person
