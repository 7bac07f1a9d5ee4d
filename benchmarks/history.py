"""Four years of learning for the students a benchmark asks about: plans, pieces, journals, talks.

And one round of narratives, a thousand words each.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from kindling.evidence.models import Evidence, Tag, Tally
from kindling.goals.actions import give_start
from kindling.goals.models import Framework, Goal
from kindling.journals.models import JournalEntry, JournalSum
from kindling.narratives.models import Citation, Narrative, NarrativeRound, Part, Section, Voice
from kindling.narratives.structure import first_headings
from kindling.narratives.words import count_words
from kindling.people.models import Connection, Student
from kindling.plans.models import ItemGoal, Plan, PlanItem
from kindling.schools.models import School, SchoolYear, Term
from kindling.schools.roles import Role
from kindling.talks.models import LastTalk, Talk

YEARS, ITEMS, PIECES, A_TERM = 4, 5, 30, 12
SENTENCE = "She asked why the bearing was worn on one side and found the answer herself. "
PARAGRAPH = 60  # words
SPANS = ((8, 31, 11, 25), (11, 30, 3, 5), (3, 8, 6, 18))


def make_history(school: School, students: list[Student], term: Term) -> list[str]:
    """Fill the years; return the public ids of this term's plans, in the order of the students."""
    give_start(school)
    goals = list(
        Goal.objects.filter(school=school, parent__isnull=True).exclude(
            framework__state=Framework.State.DRAFT
        )[:5]
    )
    terms = [*past_terms(school, term), term]
    for one in terms:
        talk_and_write(school, students, one)
        keep_pieces(school, plan(school, students, one, goals, is_now=one == term), one)
    LastTalk.objects.bulk_create(
        (LastTalk(school=school, student=s, last_on=term.starts_on + timedelta(days=30),
                  due_on=term.starts_on + timedelta(days=44)) for s in students), batch_size=200,
    )  # fmt: skip
    JournalSum.objects.bulk_create(
        (JournalSum(school=school, student=s, entries=A_TERM * len(terms)) for s in students),
        batch_size=200,
    )
    found = dict(
        Plan.objects.filter(school=school, term=term).values_list("student_id", "public_id")
    )
    return [found[student.pk] for student in students]


def past_terms(school: School, now: Term) -> list[Term]:
    """Three terms of each year before this one."""
    made = []
    for back in range(YEARS - 1, 0, -1):
        first = now.starts_on.year - back
        year = SchoolYear.objects.create(
            school=school, label=f"{first}-{first + 1 - 2000}",
            starts_on=date(first, 8, 31), ends_on=date(first + 1, 6, 18),
        )  # fmt: skip
        for number, (month, day, end_month, end_day) in enumerate(SPANS, 1):
            starts = date(first + (month < 7), month, day)
            ends = date(first + (end_month < 7), end_month, end_day)
            made.append(
                Term.objects.create(
                    school=school, year=year, kind="trimester", label=f"Trimester {number}",
                    starts_on=starts, ends_on=ends,
                )
            )  # fmt: skip
    return made


def plan(
    school: School, students: list[Student], term: Term, goals: list[Goal], *, is_now: bool
) -> list[PlanItem]:
    """A plan of five items for each, each touching one of five goals; return the items."""
    then = moment(term.starts_on)
    facts = {"state_since": then, "changed_at": then, "item_count": ITEMS, "goal_count": ITEMS,
             "version_count": 1, "state": Plan.State.ACTIVE if is_now else Plan.State.CLOSED}  # fmt: skip
    plans = Plan.objects.bulk_create(
        (Plan(school=school, student=s, term=term, focus="Find out how it is done.", **facts)
         for s in students), batch_size=200,
    )  # fmt: skip
    items = PlanItem.objects.bulk_create(
        (PlanItem(school=school, plan=p, number=n + 1, experience=f"Work on part {n + 1}",
                  objectives="Learn it well enough to show somebody.", product="A thing in use.",
                  question="Why is it done so?", starts_on=term.starts_on, ends_on=term.ends_on)
         for p in plans for n in range(ITEMS)), batch_size=200,
    )  # fmt: skip
    ItemGoal.objects.bulk_create(
        (ItemGoal(school=school, item=item, goal=goals[n % len(goals)])
         for n, item in enumerate(items)), batch_size=400,
    )  # fmt: skip
    return items


def keep_pieces(school: School, items: list[PlanItem], term: Term) -> None:
    """Thirty pieces a term, six for each item."""
    made = list(pieces(school, items, term))
    Evidence.objects.bulk_create((one for one, _item in made), batch_size=200)
    Tag.objects.bulk_create(
        (Tag(school=school, evidence=one, plan_item=item) for one, item in made), batch_size=400
    )
    Tally.objects.bulk_create(
        (Tally(school=school, student_id=item.plan.student_id, term=term, count=PIECES)
         for item in items[::ITEMS]), batch_size=200,
    )  # fmt: skip


def pieces(school: School, items: list[PlanItem], term: Term) -> Iterator[tuple[Any, PlanItem]]:
    for item in items:
        student = item.plan.student
        for n in range(PIECES // ITEMS):
            on = term.starts_on + timedelta(days=n)
            yield (
                Evidence(
                    school=school, student=student, kind="text", title=f"What I saw, {n + 1}",
                    words="The bearing was worn on one side only.", on=on, term=term,
                    at=moment(on), by_id=student.person_id, seen_at=moment(on),
                ),
                item,
            )  # fmt: skip


def talk_and_write(school: School, students: list[Student], term: Term) -> None:
    """A talk and an entry of the journal a week."""
    weeks = [term.starts_on + timedelta(weeks=n) for n in range(A_TERM)]
    Talk.objects.bulk_create(
        (Talk(school=school, student=s, state="closed", due_on=on, held_on=on,
              held_at=moment(on), is_real=True, minutes=20, notes="On the way.")
         for s in students for on in weeks[:5]), batch_size=200,
    )  # fmt: skip
    JournalEntry.objects.bulk_create(
        (JournalEntry(school=school, student=s, on=on, at=moment(on), text="A good day.",
                      read_at=moment(on)) for s in students for on in weeks), batch_size=200,
    )  # fmt: skip


def write_narratives(school: School, students: list[Student], term: Term) -> str:
    """Their advisors' thousand words on each, being read; return the public id of the round."""
    now = NarrativeRound.objects.create(
        school=school, term=term, title=term.label, student_due_on=term.ends_on,
        advisor_due_on=term.ends_on, release_on=term.ends_on,
    )  # fmt: skip
    sections = Section.objects.bulk_create(
        Section(school=school, round=now, number=n, **heading._asdict())
        for n, heading in enumerate(first_headings(), 1)
    )
    advisors = {
        one.student_id: one.adult_id
        for one in Connection.objects.filter(school=school, role=Role.ADVISOR)
    }
    then = moment(term.starts_on)
    narratives = Narrative.objects.bulk_create(
        (Narrative(school=school, round=now, student=s, advisor_id=advisors[s.pk],
                   state=Narrative.State.REVIEW, student_done_at=then, changed_at=then,
                   advisor_words=sum(one.advisor_words for one in sections))
         for s in students), batch_size=200,
    )  # fmt: skip
    Citation.objects.bulk_create(
        (Citation(school=school, narrative=one, number=n, source=f"piece:{n}",
                  label=f"What I saw, {n}", url="/harbor-view/evidence/")
         for one in narratives for n in range(1, len(sections) + 1)), batch_size=400,
    )  # fmt: skip
    told = {one.number: words_of(one.advisor_words, one.number) for one in sections}
    Part.objects.bulk_create(
        (Part(school=school, narrative=one, section=section, voice=Voice.ADVISOR,
              text=told[section.number], words=count_words(told[section.number]))
         for one in narratives for section in sections), batch_size=200,
    )  # fmt: skip
    return str(now.public_id)


def words_of(count: int, cited: int) -> str:
    """So many words in paragraphs, each resting on this citation."""
    words = (SENTENCE * (count // 10)).split()[:count]
    paragraphs = [" ".join(words[at : at + PARAGRAPH]) for at in range(0, count, PARAGRAPH)]
    return "\n\n".join(f"{one} [{cited}]" for one in paragraphs)


def moment(on: date) -> datetime:
    return datetime.combine(on, time(15), UTC)
