"""Harbor View's two checklists, and who is how far: Luis near the end, a class on its way."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from kindling.gateways.actions import begin_checklist, publish_checklist
from kindling.gateways.bank.templates import templates
from kindling.gateways.models import (
    AfterPlan,
    Chapter,
    Checklist,
    Choice,
    Condition,
    Gateway,
    Line,
    Milestone,
    OwnWord,
    Showing,
    Thesis,
    ThesisWord,
)
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

QUESTIONS = [
    ("Who mends what we throw away?", "A repair morning in the library, four Saturdays."),
    ("Why does the bus not stop where people work?", "A map for the town council."),
    ("What did my street sound like in 1970?", "Ten recordings for the history room."),
    ("Can a school kitchen waste nothing for a week?", "A plan that the kitchen uses."),
    ("How do you teach somebody who is afraid of water?", "A booklet for the swimming club."),
    ("What makes a clinic feel safe to a child?", "Signs and a drawing wall for the clinic."),
]
CHAPTERS = [
    ("The house with the green door", "My grandmother counted the steps out loud, every time. Nineteen. I still do it."),
    ("Two languages at one table", "My father asked in Spanish and I answered in English, and both of us were right."),
    ("The year I said nothing", "Seventh grade was quiet. I sat near the window and drew boats."),
    ("First day at the clinic", "The dog was bigger than me. Sam said: breathe slower than he does."),
    ("What I broke", "I dropped the tray. Nobody shouted. That was the strange part."),
]  # fmt: skip
LEFT = {
    Line.Kind.THESIS: ("The guide is printed, the defence is not set. I ask Ana this week.", 9),
    Line.Kind.SERVICE: ("Eleven hours at the food pantry, on Saturdays.", 40),
    Line.Kind.AFTER: ("I write the part about money with my aunt. She did it for my cousin.", 14),
    Line.Kind.CHAPTERS: ("Two more: the boat, and my mother's first winter here.", 60),
}


def make_gateways(school: School, students: list[Student], chance: random.Random) -> None:
    """Two checklists in use; Luis, the fourth grade's class, and some of the second."""
    by = Viewer.of_person(Person.objects.get(school=school, name="Dana Okafor"))
    offered = templates()
    lists = {
        key: begin_checklist(offered[key], grade=grade, by=by)
        for key, grade in (("gateway", "201"), ("graduation", "401"))
    }
    for made in lists.values():
        publish_checklist(made, by=by)
    ana = Person.objects.get(school=school, name="Ana Reyes")
    luis = next(one for one in students if one.name == "Luis Diaz")
    make_luis(school, luis, lists, ana)
    seniors = [one for one in students if one.grade == "401" and one != luis]
    make_class(school, seniors, lists["graduation"], chance)
    younger = [one for one in students if one.grade == "201" and one != luis]
    make_applied(school, chance.sample(younger, min(5, len(younger))), lists["gateway"], ana)


def make_luis(
    school: School, luis: Student, lists: dict[str, Checklist], ana: Person
) -> None:  # fmt: skip
    """A gateway behind him, with a condition that was met; graduation with some lines open."""
    now, today = school.now(), school.today()
    before = today - timedelta(days=400)
    first = lists["gateway"]
    done = Gateway.objects.create(
        school=school, student=luis, checklist=first, key=first.key, state="promoted",
        since=now - timedelta(days=380), decided_on=before,
        ready_words="I plan my own week now, and I call when I am late.",
        result_words="He led the hour himself. The hours of service were thin.",
        settled=[
            {"title": one.label, "asked": 1, "done": 1, "is_met": True, "said": "It is there."}
            for one in first.lines.all()
        ],
    )  # fmt: skip
    Condition.objects.create(
        school=school, gateway=done, words="Four more hours of service before the summer.",
        due_on=before + timedelta(days=30), met_on=before + timedelta(days=21), met_by=ana,
    )  # fmt: skip
    make_graduation(school, luis, lists["graduation"], ana)
    make_thesis(school, luis, ana, today)
    make_chapters(school, luis, today)
    make_after(school, luis, today)


def make_graduation(school: School, luis: Student, asked: Checklist, ana: Person) -> None:
    """Getting ready: what is left in his words, and service that was shown."""
    now, today = school.now(), school.today()
    way = Gateway.objects.create(
        school=school, student=luis, checklist=asked, key=asked.key, since=now - timedelta(days=30)
    )
    lines = {one.kind: one for one in asked.lines.all()}
    OwnWord.objects.bulk_create(
        OwnWord(
            school=school, gateway=way, line_key=lines[kind].key, words=words,
            by_on=today + timedelta(days=days),
        )
        for kind, (words, days) in LEFT.items()
    )  # fmt: skip
    facts: dict[str, Any] = {"school": school, "gateway": way, "line_key": lines["service"].key}
    Showing.objects.create(
        **facts, words="Beach clean-up, two Saturdays.", amount=9, state="accepted",
        decided_by=ana, at=now - timedelta(days=20),
    )  # fmt: skip
    Showing.objects.create(
        **facts, words="Food pantry: sorting and carrying.", amount=20, at=now - timedelta(days=2)
    )


def make_thesis(school: School, luis: Student, ana: Person, today: date) -> None:
    """Delivered; the defence is still to be set."""
    now = school.now()
    thesis = Thesis.objects.create(
        school=school, student=luis, state="delivered", since=now - timedelta(days=3),
        question="How does a frightened animal learn to trust a stranger?",
        why="At the clinic I am the stranger, five times a day.",
        product="A one-page guide for new interns and volunteers.",
        partner="Bayside Animal Clinic and the shelter.",
        how="I watch intakes with Sam, talk with a trainer, and try three ways with each animal.",
        guide="Dr. Neha Anand, animal behavior, Bay State College", guide_is_outside=True,
        guide_cleared_on=today - timedelta(days=50), guide_cleared_by=ana,
        product_words="The guide hangs in both waiting rooms. Two new volunteers used it.",
    )  # fmt: skip
    steps = [
        ("Watch twenty intakes", -40), ("First draft to Dr. Anand", -21), ("Guide printed", -5),
    ]  # fmt: skip
    Milestone.objects.bulk_create(
        Milestone(
            school=school, thesis=thesis, title=title, due_on=today + timedelta(days=days),
            done_on=today + timedelta(days=days + 1),
        )
        for title, days in steps
    )  # fmt: skip
    ThesisWord.objects.create(
        school=school, thesis=thesis, by=ana, verb="agree", at=now - timedelta(days=60),
        words="Ask it this small, and it gets big by itself.",
    )  # fmt: skip


def make_chapters(school: School, luis: Student, today: date) -> None:
    """Three done, one with Ana, one in writing."""
    states = ["done", "done", "done", "shared", "writing"]
    now = school.now()
    Chapter.objects.bulk_create(
        Chapter(
            school=school, student=luis, title=title, body=body, words=len(body.split()),
            state=state, since=now - timedelta(days=90 - 18 * n),
        )
        for n, ((title, body), state) in enumerate(zip(CHAPTERS, states, strict=True))
    )  # fmt: skip


def make_after(school: School, luis: Student, today: date) -> None:
    """A trade first, college second; a step about money is late."""
    plan = AfterPlan.objects.create(
        school=school, student=luis, since=school.now() - timedelta(days=15), pathway="trade",
        second="two_year", goal="Veterinary technician, with my license, in two years.",
        why="I have done forty days at the clinic and I want the next forty.",
        needs="Biology, a physical, and a hundred clinic hours. I have those.",
        people="Sam, Dr. Anand, my uncle.", links="The clinic says they would take me back.",
        plan_b="Community college, and mornings at the shelter.",
    )  # fmt: skip
    rows = [
        ("Coastal Vet Tech Program", "trade", "accepted", "Pay the deposit", 20),
        ("Harbor Community College", "two_year", "applied", "Send the aid form", -4),
        ("Shelter, full time", "work", "looking", "Ask Nell who decides", 12),
    ]
    Choice.objects.bulk_create(
        Choice(
            school=school, plan=plan, name=name, pathway=pathway, state=state, next_step=step,
            due_on=today + timedelta(days=days),
        )
        for name, pathway, state, step, days in rows
    )  # fmt: skip


def make_class(
    school: School, seniors: list[Student], asked: Checklist, chance: random.Random
) -> None:  # fmt: skip
    """Theses, chapters and plans of the others of the last grade; some have begun."""
    now, today = school.now(), school.today()
    Thesis.objects.bulk_create(
        Thesis(
            school=school, student=one, state=chance.choice(["draft", "proposed", "working"]),
            since=now - timedelta(days=chance.randint(2, 40)), question=question, product=product,
            why="It happened to somebody I know.", how="I ask ten people first.",
        )
        for n, one in enumerate(seniors)
        for question, product in [QUESTIONS[n % len(QUESTIONS)]]
        if n % 4
    )  # fmt: skip
    Milestone.objects.bulk_create(
        Milestone(
            school=school, thesis=one, title="Talk with ten people",
            due_on=today + timedelta(days=chance.randint(5, 30)),
        )
        for one in Thesis.objects.filter(school=school, student__in=seniors)
    )  # fmt: skip
    make_begun(school, seniors, asked, chance)


def make_begun(
    school: School, seniors: list[Student], asked: Checklist, chance: random.Random
) -> None:  # fmt: skip
    """Some have begun, and each has written some chapters."""
    now = school.now()
    Chapter.objects.bulk_create(
        Chapter(
            school=school, student=one, title=f"Chapter {number}", words=chance.randint(300, 1400),
            body="", state="done", since=now - timedelta(days=200 - 20 * number),
        )
        for one in seniors
        for number in range(1, chance.randint(2, 8))
    )  # fmt: skip
    Gateway.objects.bulk_create(
        Gateway(
            school=school, student=one, checklist=asked, key=asked.key,
            since=now - timedelta(days=chance.randint(3, 40)),
        )
        for one in seniors[::2]
    )  # fmt: skip


def make_applied(
    school: School, who: list[Student], asked: Checklist, ana: Person
) -> None:  # fmt: skip
    """Some of the second grade: applied, checked, and one who passed with a condition."""
    now, today = school.now(), school.today()
    states = ["applied", "applied", "checked", "conditions", "passed"]
    words = [
        "I lead my own meeting now.", "I can say what I am bad at, and what I do about it.",
        "My mentor leaves me alone at the desk.", "I finish what I start. Mostly.",
        "I taught two others to solder.",
    ]  # fmt: skip
    rows = Gateway.objects.bulk_create(
        Gateway(
            school=school, student=one, checklist=asked, key=asked.key, state=state,
            since=now - timedelta(days=2 + n), ready_words=text,
            decided_on=today - timedelta(days=2) if state in ("conditions", "passed") else None,
        )
        for n, (one, state, text) in enumerate(zip(who, states, words, strict=False))
    )  # fmt: skip
    Condition.objects.bulk_create(
        Condition(
            school=school, gateway=row, words="Two more plans that are finished.",
            due_on=today + timedelta(days=30),
        )
        for row in rows
        if row.state == "conditions"
    )  # fmt: skip
