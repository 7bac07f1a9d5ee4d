"""Ask families: one letter a person, one link for all that waits for their word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.consents import rules
from kindling.consents.models import Consent, PurposeText
from kindling.history.steps import record_many
from kindling.kit.addresses import url
from kindling.kit.http import Refused, require
from kindling.notices.actions import Letter, notify_each
from kindling.passes.actions import Wanted, make_passes
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import guardian_ties, is_of_age
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

LINK_DAYS = 30
MOST = 500

type Found = dict[int, tuple[Person, list[Consent]]]


@transaction.atomic
def ask_families(kinds: Iterable[str], students: Iterable[Student], *, by: Viewer) -> int:
    """Ask for these kinds and students (of this school, at most 500); return how many letters went out.

    Who has said yes or no is not asked again; a yes that was taken back or ran out is asked anew.
    Raises Refused where the words are missing or nobody has reviewed them.
    """
    require(rules.may_keep(by))
    kinds, students = list(kinds), list(students)[:MOST]
    require(all(one.school_id == by.school.pk for one in students))
    _check_words(kinds, by)
    waiting = _open_rows(kinds, students, by)
    if not waiting:
        return 0
    found = _by_person(waiting, students, by)
    letters = _linked(found, by)
    notify_each(letters, "consents/ask", by=by)
    return len(letters)


def _check_words(kinds: list[str], by: Viewer) -> None:
    """Asked is what is used and has an original that somebody has read."""
    ready = PurposeText.objects.filter(
        school=by.school, purpose__kind__in=kinds, purpose__is_used=True, is_current=True,
        is_original=True, state=PurposeText.State.REVIEWED,
    )  # fmt: skip
    if set(ready.values_list("purpose__kind", flat=True)) != set(kinds):
        raise Refused(
            _("Read the words and mark them as reviewed before you ask. Then switch the question on.")
        )  # fmt: skip


def _open_rows(kinds: list[str], students: list[Student], by: Viewer) -> list[Consent]:
    """The rows that wait for an answer from now on: new ones, those that ended, and old ones."""
    now, who = by.school.now(), by.person
    Consent.objects.bulk_create(
        [
            Consent(school=by.school, student=one, kind=kind, asked_at=now, asked_by=who)
            for one in students for kind in kinds
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    rows = Consent.objects.filter(school=by.school, kind__in=kinds, student__in=students)
    again = (Consent.State.WITHDRAWN, Consent.State.EXPIRED)
    rows.filter(state__in=again).update(state=Consent.State.ASKED)
    waiting = rows.filter(state=Consent.State.ASKED)
    waiting.update(asked_at=now, asked_by=who)
    found = list(waiting.select_related("student__person").order_by("pk"))
    record_many("consent.ask", found, by=by)
    return found


def _by_person(waiting: list[Consent], students: list[Student], by: Viewer) -> Found:
    """Who decides, with what waits for them."""
    ties = guardian_ties(Matter.DECIDE, by.school.today()).filter(
        school=by.school, student__in=students
    )
    family: dict[int, list[Person]] = defaultdict(list)
    for tie in ties.select_related("adult").order_by("pk"):
        family[tie.student_id].append(tie.adult)
    found: Found = {}
    for consent in waiting:
        consent.student.school = by.school  # spares a statement for each
        own = is_of_age(consent.student)
        for person in [consent.student.person] if own else family[consent.student_id]:
            person.school = by.school
            found.setdefault(person.pk, (person, []))[1].append(consent)
    return found


def _linked(found: Found, by: Viewer) -> list[Letter]:
    """A link for family, with a code on a second device; a student of age has a page."""
    with inside(by.school):
        page = url("consents:mine")
    linked = [(who, rows) for who, rows in found.values() if who.pk != rows[0].student.person_id]
    wanted = [
        Wanted(who, [one.public_id for one in rows], _only_student(rows)) for who, rows in linked
    ]
    passes = make_passes(
        wanted, rules.ANSWER_CONSENTS, by=by, days=LINK_DAYS, needs_code=True
    ) if wanted else []  # fmt: skip
    letters = [
        Letter(who, _facts(rows), link_id=held.public_id)
        for (who, rows), held in zip(linked, passes, strict=True)
    ]
    own = [(who, rows) for who, rows in found.values() if who.pk == rows[0].student.person_id]
    return letters + [Letter(who, _facts(rows), url=page) for who, rows in own]


def _only_student(rows: list[Consent]) -> Any:
    students = {one.student for one in rows}
    return students.pop() if len(students) == 1 else None


def _facts(rows: list[Consent]) -> dict[str, Any]:
    return {
        "count": len(rows),
        "names": ", ".join(sorted({one.student.first for one in rows})),
        "days": LINK_DAYS,
    }
