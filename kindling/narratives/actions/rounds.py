"""A round begins, gets its headings, takes in newcomers and is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.narratives import rules
from kindling.narratives.models import (
    Narrative,
    NarrativeChoice,
    NarrativeRound,
    Part,
    Section,
)
from kindling.narratives.structure import Heading, first_headings
from kindling.schools.models import Term
from kindling.schools.viewer import Viewer

MOST_HEADINGS = 16


@transaction.atomic
def start_round(
    term: Term,
    *,
    title: str,
    student_due_on: date,
    advisor_due_on: date,
    release_on: date,
    by: Viewer,
    grades: Sequence[str] = (),
    reader_reads: bool = False,
    principal_reads: bool = True,
) -> NarrativeRound:
    """Begin a term's narratives: one for each student, with the headings of the last round."""
    require(rules.may_run(by) and term.school_id == by.school.pk)
    if not student_due_on <= advisor_due_on <= release_on:
        raise Refused(_("The student’s day comes first, then the advisor’s, then the families’."))
    before = rules.visible_rounds(by).first()
    found: NarrativeRound = NarrativeRound.objects.create(
        school=by.school, term=term, title=title.strip() or term.label, grades=",".join(grades),
        student_due_on=student_due_on, advisor_due_on=advisor_due_on, release_on=release_on,
        reader_reads=reader_reads, principal_reads=principal_reads,
    )  # fmt: skip
    _copy_headings(before, found, by)
    record("narrative_round.start", found, by=by)
    add_students(found, by=by)
    return found


def _copy_headings(before: NarrativeRound | None, round: NarrativeRound, by: Viewer) -> None:
    if before is not None:
        rows = [
            Heading(one.title, one.hint, one.student_words, one.advisor_words)
            for one in before.sections.all()
        ]
    else:
        with translation.override(by.school.language):
            rows = first_headings()
    Section.objects.bulk_create(
        Section(school=by.school, round=round, number=number, **one._asdict())
        for number, one in enumerate(rows, 1)
    )


@transaction.atomic
def add_students(round: NarrativeRound, *, by: Viewer) -> int:
    """A narrative for whoever has none yet; return how many. A second tap adds nobody."""
    require(rules.may_run(by) and round.school_id == by.school.pk)
    _must_be_open(round)
    there = set(Narrative.objects.filter(round=round).values_list("student_id", flat=True))
    students = [one for one in rules.students_of(round) if one.pk not in there]
    advisors: dict[int, int] = {}
    for row in rules.advisor_rows(round):
        advisors.setdefault(row.student_id, row.adult_id)
    made = [
        Narrative(
            school=by.school, round=round, student=one, advisor_id=advisors.get(one.pk),
            changed_at=by.school.now(),
        )
        for one in students
    ]  # fmt: skip
    Narrative.objects.bulk_create(made, batch_size=500, ignore_conflicts=True)
    record("narrative_round.add_students", round, by=by, count=len(made))
    return len(made)


def _must_be_open(round: NarrativeRound) -> None:
    if round.state != NarrativeRound.State.OPEN:
        raise Refused(_("This round is kept as it is. Begin another one."))


@transaction.atomic
def set_days(round: NarrativeRound, *, by: Viewer, **facts: Any) -> None:
    """Change title, days and who reads. What was handed in stays."""
    require(rules.may_run(by) and round.school_id == by.school.pk)
    _must_be_open(round)
    for name, value in facts.items():
        setattr(round, name, value)
    if not round.student_due_on <= round.advisor_due_on <= round.release_on:
        raise Refused(_("The student’s day comes first, then the advisor’s, then the families’."))
    round.save(update_fields=list(facts))
    record("narrative_round.set_days", round, by=by, fields=sorted(facts))


@transaction.atomic
def set_headings(round: NarrativeRound, rows: Sequence[tuple[str, Heading]], *, by: Viewer) -> None:
    """Put the headings in this order. A row: public id of a section ("" for a new one), heading.

    A heading below which somebody wrote stays; leaving it out is refused with its name.
    """
    require(rules.may_run(by) and round.school_id == by.school.pk)
    _must_be_open(round)
    if not 0 < len(rows) <= MOST_HEADINGS:
        raise Refused(_("A narrative has between one and sixteen headings."))
    there = {one.public_id: one for one in round.sections.select_for_update()}
    kept = {key for key, _heading in rows if key in there}
    for gone in [one for key, one in there.items() if key not in kept]:
        if Part.objects.filter(section=gone).exclude(text="").exists():
            told = _("Somebody wrote below “%(title)s” already. It stays in this round.")
            raise Refused(told % {"title": gone.title})
        Part.objects.filter(section=gone).delete()
        gone.delete()
    round.sections.update(number=F("number") + 1000)  # each has one of its own
    for number, (key, heading) in enumerate(rows, 1):
        section = there.get(key) or Section(school=by.school, round=round)
        section.number = number
        for name, value in heading._asdict().items():
            setattr(section, name, value)
        section.save()
    record("narrative_round.set_headings", round, by=by, count=len(rows))


@transaction.atomic
def close_round(round: NarrativeRound, *, by: Viewer) -> None:
    """Keep the round as it is. Refused while something is ready and not released."""
    require(rules.may_run(by) and round.school_id == by.school.pk)
    ready = Narrative.objects.filter(round=round, state=Narrative.State.READY).count()
    if ready:
        told = ngettext(
            "%(num)s narrative is ready and not released. Release it first.",
            "%(num)s narratives are ready and not released. Release them first.", ready,
        )  # fmt: skip
        raise Refused(told % {"num": ready})
    take_step(round, "close", by=by)


@transaction.atomic
def choose_translating(translates: bool, *, by: Viewer) -> NarrativeChoice:
    """Say whether released words may be sent to the translator of this installation."""
    require(rules.may_choose(by))
    choice, _made = NarrativeChoice.objects.update_or_create(
        school=by.school, defaults={"translates": translates}
    )
    record("narrative_choice.set", choice, by=by, translates=translates)
    return choice
