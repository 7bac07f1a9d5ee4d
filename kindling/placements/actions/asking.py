"""Who is asked for a yes, one after the other, in the order the school set."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, Q

from kindling.chores.clockwork import every
from kindling.history.steps import record, take_step
from kindling.kit.http import require
from kindling.notices.actions import notify, spend_asks
from kindling.notices.asking import is_left_alone
from kindling.passes.actions import make_pass
from kindling.placements import audience, rules
from kindling.placements.actions.telling import tell, tell_coordinators
from kindling.placements.models import Approval, Pursuit
from kindling.placements.policy import policy_of
from kindling.schools.inside import inside
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

REMIND_AFTER = timedelta(days=3)
REMINDERS = 2
LINK_DAYS = 30


def begin_chain(pursuit: Pursuit, stage: str, *, by: Viewer) -> bool:
    """Ask the first of the school's order. False where the school asks as usual, or reaches nobody.

    The order is written down now: a policy changed later changes nothing that was asked before.
    """
    policy = policy_of(by.school)
    chain = policy.pursue_chain if stage == Approval.Stage.PURSUE else policy.start_chain
    rows = [
        Approval(school=by.school, pursuit=pursuit, stage=stage, number=number, role=role)
        for number, role in enumerate(chain, 1)
    ]
    Approval.objects.bulk_create(rows)
    return bool(rows) and ask_next(pursuit, by=by)


def ask_next(pursuit: Pursuit, *, by: Viewer) -> bool:
    """Ask whoever is next; False when nobody is left. A role that nobody holds is skipped."""
    waiting = Approval.objects.filter(pursuit=pursuit, state=Approval.State.WAITING)
    today = by.school.today()
    for approval in waiting.order_by("pk"):
        approval.pursuit = pursuit
        people = _askable(approval, pursuit, today)
        if not people:
            take_step(approval, "skip", by=by)
            continue
        take_step(approval, "ask", by=by, asked_on=today)
        pursuit.hand_to(approval.role)
        tell_asked(approval, people, by=by)
        return True
    pursuit.hand_to("")
    return False


def _askable(approval: Approval, pursuit: Pursuit, today: date) -> list[Person]:
    """Who answers in this role, without those whom the school does not contact."""
    people = audience.people_in(Role(approval.role), pursuit, today)
    if approval.role != Role.MENTOR:
        return people
    return [person for person in people if not is_left_alone(person, today)]


def drop_chain(pursuit: Pursuit, *, by: Viewer) -> None:
    """Nobody needs to answer any more: their links say so."""
    if not pursuit.holder:
        return
    open_ = Approval.objects.filter(
        pursuit=pursuit, state__in=[Approval.State.WAITING, Approval.State.ASKED]
    )
    for approval in open_:
        take_step(approval, "drop", by=by)
    pursuit.hand_to("")


def tell_asked(approval: Approval, people: list[Person], *, by: Viewer) -> None:
    """Write to whoever may answer: staff get the page, family and mentor a link of their own."""
    pursuit, role = approval.pursuit, approval.role
    facts = {"why": pursuit.why, "note": pursuit.start_note, "stage": approval.stage}
    if role in (Role.ADVISOR, Role.COORDINATOR):
        tell(people, "your_turn", pursuit, by=by, **facts)
        return
    asked = spend_asks(people, by=by) if role == Role.MENTOR else people
    if not asked:  # they rest this month: somebody calls instead
        tell_coordinators(pursuit, "call_instead", by=by, mentor=people[0])
    for person in asked:
        _send_link(person, approval, facts, by=by)


def _send_link(person: Person, approval: Approval, facts: dict[str, str], *, by: Viewer) -> None:
    pursuit = approval.pursuit
    person.school = by.school  # spares a statement
    names = {
        "student": pursuit.student,
        "place": pursuit.opportunity.title,
        "site": pursuit.opportunity.site.name,
    }
    held = make_pass(
        person, rules.APPROVE_PURSUITS, [approval.public_id], by=by, days=LINK_DAYS,
        needs_code=True, about=pursuit.student,
    )  # fmt: skip
    kind = "approve_mentor" if approval.role == Role.MENTOR else "approve_family"
    told = {**names, **facts}
    notify(person, f"placements/{kind}", told, by=by, link_id=held.public_id)


@every(minutes=60)
def remind_holders() -> None:
    """Remind whoever has been asked for some days, twice, and then the coordinator."""
    silent = Approval.objects.filter(state=Approval.State.ASKED, reminders__lte=REMINDERS)
    for school in School.objects.filter(pk__in=silent.values("school")):
        with inside(school):
            remind_school(by=Viewer.system(school))


def remind_school(*, by: Viewer) -> int:
    """Remind at one school. Returns how many approvals were reminded of."""
    last = by.school.today() - REMIND_AFTER
    due = Approval.objects.filter(
        Q(reminded_on__isnull=True, asked_on__lte=last) | Q(reminded_on__lte=last),
        school=by.school, state=Approval.State.ASKED, reminders__lte=REMINDERS,
    )  # fmt: skip
    related = ("pursuit__student__person", "pursuit__opportunity__site")
    return sum(remind_holder(one, by=by) for one in due.select_related(*related).order_by("pk"))


@transaction.atomic
def remind_holder(approval: Approval, *, by: Viewer) -> bool:
    """Ask once more; after two reminders the coordinator hears that nobody answers."""
    require(rules.may_lapse(by, approval.pursuit))
    today = by.school.today()
    mine = Approval.objects.filter(
        pk=approval.pk, state=Approval.State.ASKED, reminders=approval.reminders
    )
    if not mine.update(reminded_on=today, reminders=F("reminders") + 1):
        return False
    record("approval.remind", approval, by=by)
    people = _askable(approval, approval.pursuit, today)
    if approval.reminders >= REMINDERS or not people:
        who = Role(approval.role).label
        tell_coordinators(approval.pursuit, "nobody_answers", by=by, role=who)
    else:
        tell_asked(approval, people, by=by)
    return True
