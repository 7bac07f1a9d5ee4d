"""Learning plans: last term's are closed, this term's are written, signed, or wait for a name."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from kindling.demo.making.plan_words import AT_WORK, COVER, OWN, THINGS
from kindling.goals.models import Goal, OwnGoal
from kindling.goals.queries import current_goals
from kindling.kit.editing import stamp_of
from kindling.people.models import Connection, Student
from kindling.placements.models import Placement
from kindling.plans import actions
from kindling.plans.content import address_of, compose
from kindling.plans.models import (
    CoverAnswer,
    CoverSheet,
    ItemGoal,
    Plan,
    PlanItem,
    Signature,
    Signer,
    Version,
)
from kindling.schools.models import Person, School, Term
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def make_plans(school: School, students: list[Student], chance: random.Random) -> None:
    """A plan for everybody in the term before and for most in this one."""
    terms = [one for one in Term.of(school) if one.starts_on <= school.today()]
    roots = [one for one in current_goals(school) if one.depth == 0]
    placed = {
        one.student_id: one
        for one in Placement.objects.filter(
            school=school, state__in=Placement.RUNNING
        ).select_related("site", "mentor")
    }
    own = make_own_goals(students, chance)
    covers = make_covers(school, students, terms[0])
    for number, term in enumerate(terms):
        is_now = number == len(terms) - 1
        plans = [
            begin(one, term, covers[one.pk], chance, is_now=is_now)
            for one in students
            if not is_now or chance.random() < 0.85 or one.name in {"Luis Diaz", "Maya Santos"}
        ]
        fill(plans, roots, own, placed if is_now else {}, chance)
    say_something(school)


def make_own_goals(students: list[Student], chance: random.Random) -> dict[int, OwnGoal]:
    """One each; the page of goals has more."""
    there = {one.student_id: one for one in OwnGoal.objects.filter(student__in=students)}
    made = [
        OwnGoal(
            school_id=one.school_id, student=one, words=chance.choice(OWN),
            since_on=one.enrolled_on + timedelta(days=9),
        )
        for one in students
        if one.pk not in there
    ]  # fmt: skip
    OwnGoal.objects.bulk_create(made)
    return {**there, **{one.student_id: one for one in made}}


def make_covers(school: School, students: list[Student], term: Term) -> dict[int, CoverSheet]:
    """Luis and his mother are both in; of the others half of the students are."""
    then = school.now() - timedelta(days=60)
    made = {
        one.pk: CoverSheet(
            school=school, student=one, year=term.year,
            student_at=then if number % 2 == 0 else None,
            family_at=then if one.name == "Luis Diaz" else None,
        )
        for number, one in enumerate(students)
    }  # fmt: skip
    CoverSheet.objects.bulk_create(made.values())
    answers = [
        CoverAnswer(
            school=school, sheet=sheet, voice=voice, key=key, text=text, changed_at=then,
            language="es" if voice == "family" else "en",
        )
        for sheet in made.values()
        for voice, said in COVER.items()
        if sheet.is_in(voice)
        for key, text in said.items()
    ]  # fmt: skip
    CoverAnswer.objects.bulk_create(answers, batch_size=500)
    return made


def begin(
    student: Student, term: Term, cover: CoverSheet, chance: random.Random, *, is_now: bool
) -> Plan:
    """Not saved yet. Of this term's a third is being written or waits for a name."""
    state = "closed"
    if is_now:
        state = chance.choices(["active", "part", "draft"], [7, 2, 2])[0]
        state = {"Jordan Blake": "draft", "Maya Santos": "active", "Luis Diaz": "active"}.get(
            student.name, state
        )
    since = student.school.now() - timedelta(days=chance.randint(1, 10) + (0 if is_now else 40))
    return Plan(
        school_id=student.school_id, student=student, term=term, cover=cover, state=state,
        state_since=since, changed_at=since,
        focus="I want to finish what I begin, and show it to somebody who did not ask.",
        learned="That asking early is faster than waiting." if state == "closed" else "",
    )  # fmt: skip


def fill(
    plans: list[Plan],
    roots: list[Goal],
    own: dict[int, OwnGoal],
    placed: dict[int, Placement],
    chance: random.Random,
) -> None:
    """Items, goals, versions and names, a handful of statements for all of them."""
    items: list[PlanItem] = []
    touches: list[ItemGoal] = []
    for plan in plans:
        found, touched = put_things(plan, placed.get(plan.student_id), roots, chance)
        items += found
        touches += touched
        touches.append(
            ItemGoal(school_id=plan.school_id, item=items[-1], own_goal=own[plan.student_id])
        )
    Plan.objects.bulk_create(plans)
    PlanItem.objects.bulk_create(items)
    ItemGoal.objects.bulk_create(touches)
    sign(plans)


def put_things(
    plan: Plan, placement: Placement | None, roots: list[Goal], chance: random.Random
) -> tuple[list[PlanItem], list[ItemGoal]]:
    """Two or three things, the first at the internship where there is one, and the sums of them."""
    items: list[PlanItem] = []
    touches: list[ItemGoal] = []
    chosen: list[Any] = chance.sample(THINGS, chance.randint(2, 3))
    if placement:
        chosen[0] = (AT_WORK[0] % placement.site, *AT_WORK[1:])
    for number, facts in enumerate(chosen, 1):
        item = item_of(plan, number, facts, placement if number == 1 else None)
        items.append(item)
        touches += [
            ItemGoal(school_id=plan.school_id, item=item, goal=roots[at]) for at in facts[5]
        ]
    plan.item_count, plan.own_goal_count = len(chosen), 1
    plan.goal_count = len({at for facts in chosen for at in facts[5]})
    plan.version_count = int(plan.state != "draft")
    plan.waits_for = "family" if plan.state == "part" else ""
    return items, touches


def item_of(
    plan: Plan, number: int, facts: tuple[Any, ...], placement: Placement | None
) -> PlanItem:
    done = plan.state == "closed"
    return PlanItem(
        school_id=plan.school_id, plan=plan, number=number, experience=facts[0],
        objectives=facts[1], question=facts[2], product=facts[3], at_exhibition=facts[4],
        resources="My advisor, the library, and two hours on Wednesdays.",
        on_the_way="A first try in the third week.", placement=placement,
        starts_on=plan.term.starts_on, ends_on=plan.term.ends_on,
        progress="done" if done else "going" if number == 1 else "ahead",
    )  # fmt: skip


def sign(plans: list[Plan]) -> None:
    """A version with everybody's name; where a plan waits, the family's is missing."""
    done = [plan for plan in plans if plan.state != "draft"]
    ties = Connection.objects.filter(student__in=[plan.student_id for plan in done])
    people: dict[int, dict[str, Person]] = {}
    for tie in ties.select_related("adult").order_by("-pk"):
        people.setdefault(tie.student_id, {})[tie.role] = tie.adult
    rows = PlanItem.objects.filter(plan__in=done).order_by("number")
    rows = rows.select_related("placement__site", "placement__mentor", "course", "project")
    by_plan: dict[int, list[PlanItem]] = {}
    for item in rows.prefetch_related("touches__goal", "touches__own_goal"):
        by_plan.setdefault(item.plan_id, []).append(item)
    versions, signers, names = [], [], []
    for plan in done:
        asked = parties(plan, people.get(plan.student_id, {}))
        version = version_of(plan, by_plan[plan.pk], asked)
        versions.append(version)
        for party, person in asked:
            waits = plan.state == "part" and party == "family"
            signer = Signer(
                school_id=plan.school_id, version=version, party=party, person=person,
                state="waiting" if waits else "signed", answered_at=plan.state_since,
                asked_at=plan.state_since,
            )  # fmt: skip
            signers.append(signer)
            if not waits:
                names.append(name_of(signer, version, plan))
    Version.objects.bulk_create(versions)
    Signer.objects.bulk_create(signers)
    Signature.objects.bulk_create(names)


def parties(plan: Plan, people: dict[str, Person]) -> list[tuple[str, Person]]:
    asked = [("student", plan.student.person)]
    asked += [("family", people[Role.GUARDIAN])] if Role.GUARDIAN in people else []
    return [*asked, ("advisor", people[Role.ADVISOR])]


def version_of(plan: Plan, items: list[PlanItem], asked: list[tuple[str, Person]]) -> Version:
    signers = [[party, person.name] for party, person in asked]
    content = compose(plan, items, number=1, reason="", signers=signers)
    state = "proposed" if plan.state == "part" else "in_force"
    return Version(
        school_id=plan.school_id, plan=plan, number=1, content=content, state=state,
        content_hash=address_of(content), proposed_by=plan.student.person,
        proposed_at=plan.state_since - timedelta(days=2),
        settled_at=plan.state_since if state == "in_force" else None,
    )  # fmt: skip


def name_of(signer: Signer, version: Version, plan: Plan) -> Signature:
    return Signature(
        school_id=plan.school_id, signer=signer, person=signer.person, name=signer.person.name,
        way="link" if signer.party == "family" else "room", content_hash=version.content_hash,
        seen_hash=version.content_hash, language=signer.person.language, at=plan.state_since,
    )  # fmt: skip


def say_something(school: School) -> None:
    """Luis’s plan has changed and waits for his mother; his advisor said something to Jordan’s."""
    plans = Plan.objects.filter(school=school).select_related("student__person", "term__year")
    now = plans.order_by("-term__starts_on")
    luis = now.filter(student__person__name="Luis Diaz").first()
    jordan = now.filter(student__person__name="Jordan Blake").first()
    ana = Viewer.of_person(Person.objects.get(school=school, name="Ana Reyes"))
    if jordan:
        words = "The bench and the animals both? Tell me on Thursday which one cannot wait."
        actions.make_remark(jordan, words, by=ana)
    if luis:
        change(luis, ana)


def change(plan: Plan, ana: Viewer) -> None:
    """A change with a reason, signed by him and Ana."""
    by = Viewer.of_person(plan.student.person)
    reason = "The city asked us to measure two more places, so the map needs more time."
    actions.start_change(plan, reason=reason, by=by)
    item = plan.items.order_by("number").last()
    if item is None:
        return
    actions.write_item(
        item, "on_the_way", "A first try in the fifth week, with two more places.",
        base=stamp_of(item.on_the_way), by=by,
    )  # fmt: skip
    version = actions.propose_plan(plan, by=by)
    for signer in version.signers.filter(party__in=("student", "advisor")).order_by("pk"):
        actions.sign_version(
            signer, by=by if signer.party == "student" else ana,
            content_hash=version.content_hash, name=signer.person.name,
        )  # fmt: skip
