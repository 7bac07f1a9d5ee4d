"""Last term's narratives: most families have theirs, some are being written, read over, or not begun."""

from __future__ import annotations

import random
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import prefetch_related_objects

from kindling.demo.making.narrative_words import (
    ADVISOR,
    COMMENT,
    IDEAS,
    LUIS,
    LUIS_IDEAS,
    LUIS_OWN,
    LUIS_SPANISH,
    OWN,
    SPANISH_IDEAS,
    SPANISH_OWN,
    SPANISH_TITLES,
)
from kindling.goals.models import Goal
from kindling.goals.queries import current_goals
from kindling.narratives.content import PARTS, content_of, hash_of
from kindling.narratives.models import (
    Acknowledgement,
    Citation,
    Idea,
    Mention,
    Narrative,
    NarrativeRound,
    Part,
    Review,
    Section,
    Translation,
    Version,
    Voice,
)
from kindling.narratives.queries.beside import beside
from kindling.narratives.structure import first_headings
from kindling.narratives.words import count_words
from kindling.people.models import Connection, Student
from kindling.schools.inside import inside
from kindling.schools.models import Person, School, Term
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Narrative.State
STATES = (
    *[State.RELEASED] * 9, State.READY, State.READY, State.REVIEW, State.DRAFTING, State.DUE,
)  # fmt: skip
OF_CAST = {
    "Maya Santos": State.DRAFTING, "Jordan Blake": State.RETURNED, "Luis Diaz": State.RELEASED,
}  # fmt: skip


def make_narratives(school: School, students: list[Student], chance: random.Random) -> None:
    """One round, of the term before; eight headings; a narrative for everybody."""
    over = [one for one in Term.of(school) if one.ends_on < school.today()]
    term = over[-1] if over else Term.of(school)[0]
    fall = make_round(school, term)
    advisors = {
        row.student_id: row.adult
        for row in Connection.objects.filter(
            school=school, role=Role.ADVISOR, until_on=None
        ).select_related("adult")
    }
    rows = [begin(one, fall, advisors.get(one.pk), chance) for one in students]
    Narrative.objects.bulk_create(rows)
    sections = list(fall.sections.all())
    Part.objects.bulk_create([part for one in rows for part in written(one, sections, chance)])
    roots = [one for one in current_goals(school) if one.depth == 0]
    add_ideas(rows, roots, chance)
    cite(next(one for one in rows if one.student.name == "Luis Diaz"), roots)
    count(rows)
    release([one for one in rows if one.released_at])
    read_over(rows)
    translate_luis(school)


def make_round(school: School, term: Term) -> NarrativeRound:
    today = school.today()
    fall: NarrativeRound = NarrativeRound.objects.create(
        school=school, term=term, title=f"Narratives, {term.label}",
        student_due_on=today - timedelta(days=12), advisor_due_on=today + timedelta(days=3),
        release_on=today + timedelta(days=8),
    )  # fmt: skip
    Section.objects.bulk_create(
        Section(school=school, round=fall, number=number, **one._asdict())
        for number, one in enumerate(first_headings(), 1)
    )
    return fall


def begin(
    student: Student, fall: NarrativeRound, advisor: Person | None, chance: random.Random
) -> Narrative:
    state = OF_CAST.get(student.name) or chance.choice(STATES)
    own = state != State.DUE or chance.random() < 0.5
    now = student.school.now()
    is_out = state == State.RELEASED
    return Narrative(
        school=student.school, round=fall, student=student, advisor=advisor,
        state=State.READY if is_out else state,  # released below, with its version
        student_done_at=now - timedelta(days=14) if own else None,
        changed_at=now - timedelta(days=chance.randint(4, 12)),
        released_at=now - timedelta(days=3) if is_out else None,
    )  # fmt: skip


def written(one: Narrative, sections: list[Section], chance: random.Random) -> list[Part]:
    """Own words where they are in; the advisor's as far as the state says."""
    is_luis = one.student.name == "Luis Diaz"
    known: dict[str, dict[int, str]] = {
        Voice.STUDENT: {number: chance.choice(texts) for number, texts in OWN.items()},
        Voice.ADVISOR: {
            number: chance.choice(texts).format(first=one.student.first)
            for number, texts in ADVISOR.items()
        },
    }
    if is_luis:
        known = {Voice.STUDENT: LUIS_OWN, Voice.ADVISOR: LUIS}
    if one.student_done_at is None:
        known[Voice.STUDENT] = {}
    if one.state == State.DUE:
        known[Voice.ADVISOR] = {}
    if one.student.name == "Maya Santos":
        known[Voice.ADVISOR] = {number: known[Voice.ADVISOR][number] for number in (1, 2, 3)}
    return [
        Part(
            school=one.school, narrative=one, section=section, voice=voice, text=text,
            words=count_words(text),
        )
        for voice, texts in known.items()
        for section in sections
        if (text := texts.get(section.number, ""))
    ]  # fmt: skip


def count(rows: list[Narrative]) -> None:
    """Words of both voices, as they are kept with each save."""
    sums: dict[tuple[int, str], int] = {}
    for part in Part.objects.filter(narrative__in=rows):
        key = (part.narrative_id, part.voice)
        sums[key] = sums.get(key, 0) + part.words
    for one in rows:
        one.advisor_words = sums.get((one.pk, Voice.ADVISOR), 0)
        one.student_words = sums.get((one.pk, Voice.STUDENT), 0)
    Narrative.objects.bulk_update(rows, ["advisor_words", "student_words"])


def add_ideas(rows: list[Narrative], roots: list[Goal], chance: random.Random) -> None:
    """What could change in the next plan, and which goals each narrative speaks of."""
    told = [one for one in rows if one.state != State.DUE]
    Idea.objects.bulk_create(
        Idea(
            school=one.school, narrative=one, words=words, by=one.advisor, given_at=one.released_at
        )
        for one in told
        for words in (LUIS_IDEAS if one.student.name == "Luis Diaz" else [chance.choice(IDEAS)])
    )
    Mention.objects.bulk_create(
        Mention(school=one.school, narrative=one, goal=goal)
        for one in told
        for goal in chance.sample(roots, min(3, len(roots)))
    )


def cite(luis: Narrative, roots: list[Goal]) -> None:
    """What Ana has beside Luis' narrative: pieces and judgements first."""
    if luis.advisor is None:
        return
    with inside(luis.school):
        groups = beside(Viewer.of_person(luis.advisor), luis, roots)
    found = [one for group in reversed(groups) for one in group.sources]
    found.sort(key=lambda one: one.key.partition(":")[0] not in {"piece", "judgement", "project"})
    Citation.objects.bulk_create(
        Citation(
            school=luis.school, narrative=luis, number=number, source=one.key, label=one.label,
            url=one.url, goals=list(one.goals), by=luis.advisor,
        )
        for number, one in enumerate(found[:3], 1)
    )  # fmt: skip


def release(rows: list[Narrative]) -> None:
    """With the families since three days; most have read it."""
    prefetch_related_objects(rows, *PARTS)
    versions = [version_of(one, 1, one.released_at) for one in rows]
    Version.objects.bulk_create(versions)
    for one in rows:
        one.state, one.version_count = State.RELEASED, 1
    Narrative.objects.bulk_update(rows, ["state", "version_count"])
    acknowledge({one.narrative.student_id: one for one in versions})


def version_of(one: Narrative, number: int, at: Any, reason: str = "") -> Version:
    content = content_of(one)
    return Version(
        school=one.school, narrative=one, number=number, content=content,
        content_hash=hash_of(content), language=one.school.language, reason=reason,
        by=one.advisor, at=at,
    )  # fmt: skip


def acknowledge(versions: dict[int, Version]) -> None:
    """Two of three families have said that they read it. Luis' mother has not."""
    rows = Connection.objects.filter(student__in=list(versions), role=Role.GUARDIAN, until_on=None)
    read = [row for row in rows.order_by("pk") if row.pk % 3 and row.adult.name != "Rosa Diaz"]
    made = {
        (row.student_id, row.adult_id): Acknowledgement(
            school_id=row.school_id, version=versions[row.student_id], person_id=row.adult_id,
            at=versions[row.student_id].at + timedelta(hours=9),
        )
        for row in read
    }  # fmt: skip
    Acknowledgement.objects.bulk_create(made.values())
    first = {one.version.narrative_id: one.at for one in reversed(made.values())}
    narratives = list(Narrative.objects.filter(pk__in=list(first)))
    for narrative in narratives:
        narrative.acknowledged_at = first[narrative.pk]
    Narrative.objects.bulk_update(narratives, ["acknowledged_at"])


def read_over(rows: list[Narrative]) -> None:
    """What waits for the principal, and Jordan's, which came back with a comment."""
    dana = Person.objects.get(school=rows[0].school, name="Dana Okafor")
    for one in rows:
        at = datetime.combine(one.changed_at.date(), time(15), one.school.zone)
        facts = {"school": one.school, "narrative": one, "kind": "principal", "asked_at": at}
        if one.state == State.REVIEW:
            Review.objects.create(**facts)
        elif one.state == State.RETURNED:
            said = {"verdict": "returned", "reader": dana, "comment": COMMENT, "said_at": at}
            Review.objects.create(**facts, **said)


def translate_luis(school: School) -> None:
    """For his mother: translated, and checked by Ana."""
    version = Version.objects.get(narrative__student__person__name="Luis Diaz", school=school)
    texts: list[str] = []
    for number in range(1, 9):
        texts += [SPANISH_TITLES[number], SPANISH_OWN.get(number, ""), LUIS_SPANISH[number]]
    Translation.objects.create(
        school=school, version=version, language="es", state=Translation.State.CHECKED,
        texts=[*texts, *SPANISH_IDEAS], checked_by=version.by, checked_at=version.at,
    )  # fmt: skip
