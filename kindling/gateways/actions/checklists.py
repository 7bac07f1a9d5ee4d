"""Write what is asked: as a draft, line by line, then published for good."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.gateways import rules
from kindling.gateways.bank.templates import Template
from kindling.gateways.models import Checklist, Line
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.kit.ids import new_public_id
from kindling.schools.viewer import Viewer

MOST_LINES = 40
COPIED = ("key", "position", "kind", "title", "text", "amount")


@transaction.atomic
def begin_checklist(template: Template, *, grade: str = "", by: Viewer) -> Checklist:
    """Begin a draft with the lines of a template; everything in it may be changed."""
    require(rules.may_write_checklists(by))
    made: Checklist = Checklist.objects.create(
        school=by.school, kind=template.kind, title=template.title, text=template.text, grade=grade
    )
    Line.objects.bulk_create(
        Line(
            school=by.school, checklist=made, position=n, kind=one.kind, amount=one.amount,
            title=one.title, text=one.text,
        )
        for n, one in enumerate(template.lines, 1)
    )  # fmt: skip
    record("checklist.begin", made, by=by)
    return made


@transaction.atomic
def change_checklist(checklist: Checklist, *, by: Viewer, **facts: Any) -> None:
    """Change title, words, kind or grade of a draft."""
    _hold_draft(checklist, by)
    for name, value in facts.items():
        setattr(checklist, name, value)
    checklist.save(update_fields=list(facts))
    record("checklist.change", checklist, by=by)


@transaction.atomic
def add_line(checklist: Checklist, *, by: Viewer, **facts: Any) -> Line:
    """Ask for one more thing. Refused when the list would be too long to be read."""
    _hold_draft(checklist, by)
    if checklist.lines.count() >= MOST_LINES:
        raise Refused(_("A checklist has at most %(num)s lines.") % {"num": MOST_LINES})
    last = checklist.lines.aggregate(last=Max("position"))["last"] or 0
    line: Line = Line.objects.create(
        school=by.school, checklist=checklist, position=last + 1, **facts
    )
    record("checklist.add_line", checklist, by=by, line=line.key)
    return line


@transaction.atomic
def change_line(line: Line, *, by: Viewer, **facts: Any) -> None:
    """Change one line of a draft. Of another kind it is another line: nothing shown counts for it."""
    _hold_draft(line.checklist, by)
    if facts.get("kind", line.kind) != line.kind:
        facts["key"] = new_public_id()
    for name, value in facts.items():
        setattr(line, name, value)
    line.save(update_fields=list(facts))
    record("checklist.change_line", line.checklist, by=by, line=line.key)


@transaction.atomic
def remove_line(line: Line, *, by: Viewer) -> None:
    """Take one line out of a draft."""
    _hold_draft(line.checklist, by)
    Line.objects.filter(pk=line.pk).delete()
    record("checklist.remove_line", line.checklist, by=by, line=line.key)


@transaction.atomic
def publish_checklist(checklist: Checklist, *, by: Viewer) -> None:
    """Put it in use. The version before is retired; whoever began with it keeps it."""
    _hold_draft(checklist, by)
    if not checklist.lines.exists():
        raise Refused(_("Add a line first: an empty checklist asks for nothing."))
    before = Checklist.objects.filter(
        school=by.school, key=checklist.key, state=Checklist.State.PUBLISHED
    ).first()
    if before:
        take_step(before, "retire", by=by)
    take_step(checklist, "publish", by=by, published_at=by.school.now())


@transaction.atomic
def start_version(checklist: Checklist, *, by: Viewer) -> Checklist:
    """Copy what is in use into a draft. Lines keep their key, so what was shown for them stays."""
    require(rules.may_write_checklists(by) and checklist.school_id == by.school.pk)
    same = Checklist.objects.filter(school=by.school, key=checklist.key)
    last = same.aggregate(last=Max("version"))["last"]
    try:
        with transaction.atomic():
            made: Checklist = Checklist.objects.create(
                school=by.school, key=checklist.key, version=last + 1, kind=checklist.kind,
                title=checklist.title, text=checklist.text, grade=checklist.grade,
            )  # fmt: skip
    except IntegrityError:
        raise Refused(_("There is a draft already. Open it and go on there.")) from None
    Line.objects.bulk_create(
        Line(school=by.school, checklist=made, **{name: getattr(one, name) for name in COPIED})
        for one in checklist.lines.all()
    )
    record("checklist.start_version", made, by=by)
    return made


@transaction.atomic
def retire_checklist(checklist: Checklist, *, by: Viewer) -> None:
    """Ask nobody new; whoever began goes on to the end."""
    require(rules.may_write_checklists(by))
    take_step(checklist, "retire", by=by)


def _hold_draft(checklist: Checklist, by: Viewer) -> None:
    """Only a draft changes, and one person at a time changes it."""
    require(rules.may_write_checklists(by) and checklist.school_id == by.school.pk)
    fresh = Checklist.objects.select_for_update().get(pk=checklist.pk)
    if fresh.state != Checklist.State.DRAFT:
        raise Refused(_("This version is in use, so it never changes. Start the next version."))
    checklist.state = fresh.state
