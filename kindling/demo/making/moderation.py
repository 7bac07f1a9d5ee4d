"""A sample that was marked again and is to be talked about, one that is being marked, two examples."""

from __future__ import annotations

import random
from datetime import timedelta

from kindling.evidence.actions import keep_evidence
from kindling.goals.models import Goal, Level
from kindling.judgements.actions import Said, accept_judgement, judge, propose_judgement
from kindling.judgements.models import Judgement, Opinion, Setting
from kindling.moderation.actions import (
    ask_exemplar,
    begin_profile,
    choose_profiles,
    draw_sitting,
    mark_sampled,
    open_sitting,
    say_frames,
    settle_sampled,
    share_exemplar,
)
from kindling.moderation.frames import FRAMES
from kindling.moderation.models import Sitting
from kindling.people.models import Connection, Student
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

WORK = {
    "ER1": "I asked why the bread rises less in winter, and wrote down what I would have to measure.",
    "CO2": "The third draft of my letter to the harbor office, with what my mentor crossed out.",
    "QR2": "A graph of how many people come on which day, and what it does not tell.",
    "SR2": "What the fishers say about the new pier, and what the people who live there say.",
}
SAYS = (
    "The question can be found out, and it says why it matters.",
    "I see one draft, and what changed, but not why.",
    "It stands up to a question from outside.",
    "It is clear to us. I am not sure a stranger would follow.",
)


def make_moderation(school: School, students: list[Student], chance: random.Random) -> None:
    """Eighteen judgements of three advisors; twelve marked again, the rest are being marked."""
    people = {one.name: one for one in Person.objects.filter(school=school, student=None)}
    dana, ana = people["Dana Okafor"], people["Ana Reyes"]
    judged = _judge_some(school, students, chance)
    markers = [*{one.by.pk: one.by for one in judged}.values(), ana]
    first = _draw(school, "Fall: what is a 3?", 60, markers, by=Viewer.of_person(dana))
    _mark_all(first, chance)
    open_sitting(first, by=Viewer.of_person(dana))
    one = first.sampled.select_related("sitting", "judgement").first()
    if one:
        note = "We read the level again: a plan that somebody else could follow is enough."
        settle_sampled(one, "stands", note=note, by=Viewer.of_person(dana))
    _draw(school, "October: communication", 100, markers, by=Viewer.of_person(dana))
    _show_examples(school, ana)
    _begin_profile(school, students, [ana, people["Chen Wu"], people["Marcus Oyelaran"]], dana)


def _begin_profile(
    school: School, students: list[Student], people: list[Person], dana: Person
) -> None:
    """Luis asked three adults; Chen and he himself have spoken."""
    luis = next((one for one in students if one.person.name == "Luis Diaz"), None)
    if luis is None:
        return
    choose_profiles(is_on=True, fewest=3, by=Viewer.of_person(dana))
    made = begin_profile(luis, people, by=Viewer.of_person(luis.person))
    levels = {one.position: one for one in made.scale.levels.all()}
    for who, position, words in (
        (luis.person, 3, "I plan my weeks with the list on my phone."),
        (people[1], 4, "He asked the place himself, and called back when nobody answered."),
    ):
        said = {one.key: (levels[position], words) for one in FRAMES[:3]}
        say_frames(made, said, by=Viewer.of_person(who))


def _judge_some(school: School, students: list[Student], chance: random.Random) -> list[Opinion]:
    """Advisors of other groups judge six students each, all with the same goals."""
    advises = Connection.objects.filter(
        student__in=students[6:], role=Role.ADVISOR, until_on=None, is_substitute=False
    ).exclude(adult__name="Ana Reyes")
    by_adult: dict[int, list[Connection]] = {}
    for row in advises.select_related("adult", "student__person").order_by("pk"):
        by_adult.setdefault(row.adult_id, []).append(row)
    goals = Goal.objects.filter(school=school, code__in=WORK, framework__state="published")
    known = {one.code: one for one in goals.select_related("framework__scale")}
    for rows in list(by_adult.values())[:3]:
        for number, row in enumerate(rows[:6]):
            code = list(WORK)[number % len(WORK)]
            _judged(row.student, known[code], row.adult, chance)
    said = Opinion.objects.filter(school=school, voice=Opinion.Voice.FIRST)
    return list(said.exclude(by__name="Ana Reyes").select_related("by"))


def _judged(student: Student, goal: Goal, advisor: Person, chance: random.Random) -> Judgement:
    by, adult = Viewer.of_person(student.person), Viewer.of_person(advisor)
    levels = {one.position: one for one in goal.framework.scale.levels.all()}  # type: ignore[union-attr]
    piece = keep_evidence(student, words=WORK[goal.code], by=by)
    own, given = levels[chance.choice((2, 3))], levels[chance.choice((1, 2, 2, 3, 3, 4))]
    said = Said(own, Setting.SCHOOL, Opinion.Sure.FAIRLY, "This is how I see it.")
    one = propose_judgement(student, goal, said, pieces=[piece], by=by)
    judge(one, Said(given, Setting.SCHOOL, Opinion.Sure.YES, "We talked about it."), by=adult)
    one.refresh_from_db()
    if not one.needs_second:
        accept_judgement(one, given, by=adult)
    return one


def _draw(
    school: School, title: str, percent: int, markers: list[Person], *, by: Viewer
) -> Sitting:  # fmt: skip
    today = school.today()
    return draw_sitting(
        title, since_on=today - timedelta(weeks=8), until_on=today, percent=percent,
        markers=markers, seed=f"{title} {school.slug}"[:32], by=by,
    )  # fmt: skip


def _mark_all(sitting: Sitting, chance: random.Random) -> None:
    """Mostly the same level, sometimes one lower, once two apart."""
    rows = sitting.sampled.select_related("sitting", "judgement__goal__framework__scale", "first")
    for number, one in enumerate(rows):
        levels: dict[int, Level] = {
            level.position: level for level in Level.objects.filter(scale=one.first.scale_id)
        }
        apart = -2 if number == 1 else chance.choice((0, 0, 0, -1, 1))
        position = min(max(one.first.position + apart, 1), max(levels))
        for mark in one.markings.select_related("by"):
            by = Viewer.of_person(mark.by)
            mark_sampled(one, levels[position], comment=chance.choice(SAYS), by=by)


def _show_examples(school: School, ana: Person) -> None:
    """Luis shares one; Maya is asked."""
    by = Viewer.of_person(ana)
    rows = Judgement.objects.filter(school=school, state__in=("accepted", "awarded"))
    for name, title in (("Luis Diaz", "Forty days"), ("Maya Santos", "What I was good at")):
        one = rows.filter(student__person__name=name).select_related("rests_on").first()
        if one:
            made = ask_exemplar(
                one, one.rests_on, title=title, words=one.rests_on.words,
                why="It says what was done, how often, and who can tell.", by=by,
            )  # fmt: skip
            if name.startswith("Luis"):
                share_exemplar(made, by=Viewer.of_person(one.student.person))
