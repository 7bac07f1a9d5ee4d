"""Goals of students' own, and how far some have come: agreed, under way, judged blind."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.evidence.actions import keep_evidence
from kindling.goals.actions import add_own_goal, move_own_goal
from kindling.goals.models import Goal
from kindling.judgements.actions import (
    Said,
    accept_judgement,
    award_judgement,
    give_second,
    judge,
    propose_judgement,
    set_sample,
)
from kindling.judgements.models import Judgement, JudgementSettings, Opinion, Setting
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

OWN = {
    "Maya Santos": [
        ("Find out which work with animals fits me", "I only know vets.", "ER"),
        ("Speak up in a group of strangers", "", "CO"),
    ],
    "Jordan Blake": [
        ("Handle an animal that is afraid", "They feel it when I am nervous.", "PQ"),
        ("Write an e-mail nobody has to mend", "", "CO"),
    ],
    "Luis Diaz": [
        ("Get into a veterinary technician program", "My uncle did, and he was the first.", ""),
        ("Run the intake desk alone for a day", "", "PQ"),
        ("Pass my driving test", "", ""),
    ],
}


@dataclass(frozen=True)
class Judged:
    """Whose, which goal, what shows it, their own level, the adult's, and how far it went."""

    who: str
    code: str
    words: str
    own: int
    adult: int
    state: str


JUDGED = (
    Judged("Luis Diaz", "PQ2", "Forty days, and none missed without a call.", 3, 4, "awarded"),
    Judged(
        "Luis Diaz", "CO3", "I showed the new one how to plane with the grain.", 2, 3, "accepted"
    ),
    Judged("Luis Diaz", "QR2", "A graph of how long varnish takes, by weather.", 3, 3, "blind"),
    Judged("Jordan Blake", "ER1", "Why do cats hide on Mondays? I asked.", 2, 0, "proposed"),
    Judged("Maya Santos", "PQ5", "A page about what I was good at this fall.", 2, 2, "accepted"),
)


def make_judging(school: School) -> None:
    """Own goals and judgements of the three whom everybody knows."""
    students = {
        one.name: one
        for one in Student.objects.filter(school=school, person__name__in=OWN).select_related(
            "person"
        )
    }
    for name, goals in OWN.items():
        make_own(students[name], goals)
    people = {p.name: p for p in Person.objects.filter(school=school, student=None)}
    set_sample(0, by=Viewer.of_person(people["Dana Okafor"]))
    for judged in JUDGED:
        make_judged(students[judged.who], people, judged)
    JudgementSettings.objects.filter(school=school).update(sample_percent=10)


def make_own(student: Student, goals: list[tuple[str, str, str]]) -> None:
    """The last of three was reached."""
    by = Viewer.of_person(student.person)
    for words, why, code in goals:
        goal = Goal.objects.filter(school=student.school, code=code).first() if code else None
        own = add_own_goal(student, by=by, words=words, why=why, goal=goal)
    if len(goals) > 2:
        move_own_goal(own, "reach", by=by)


def make_judged(student: Student, people: dict[str, Person], it: Judged) -> Judgement:
    """Walk one judgement as far as it went."""
    by, ana = Viewer.of_person(student.person), Viewer.of_person(people["Ana Reyes"])
    goal = Goal.objects.select_related("framework__scale").get(school=student.school, code=it.code)
    levels = {level.position: level for level in goal.framework.scale.levels.all()}  # type: ignore[union-attr]
    piece = keep_evidence(student, words=it.words, by=by)
    said = Said(levels[it.own], Setting.INTERNSHIP, Opinion.Sure.FAIRLY, "This is why I think so.")
    one = propose_judgement(student, goal, said, pieces=[piece], by=by)
    if it.state == "proposed":
        return one
    word = Said(levels[it.adult], Setting.INTERNSHIP, Opinion.Sure.YES, "I saw it on my visit.")
    judge(one, word, by=ana)
    if it.state == "blind":
        give_second(one, people["Chen Wu"], by=ana)
        return one
    accept_judgement(one, levels[it.adult], by=ana)
    if it.state == "awarded":
        award_judgement(one, by=ana)
    return one
