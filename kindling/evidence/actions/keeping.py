"""A piece is kept: made by the student, or somebody's words by one tap."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kindling.evidence import rules
from kindling.evidence.actions.tagging import put_in_series, put_tags
from kindling.evidence.models import Evidence, Tally
from kindling.evidence.said import Said
from kindling.evidence.tagging import Targets
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.people.models import Student
from kindling.schools.models import Person, School, Term
from kindling.schools.viewer import Viewer
from kindling.uploads.actions import use_upload
from kindling.uploads.models import Upload

Kind = Evidence.Kind
TITLE = 120


def keep_evidence(
    student: Student, *, by: Viewer, title: str = "", words: str = "", link: str = "",
    upload: Upload | None = None, on: date | None = None, reflection: str = "",
    series: str = "", targets: Targets | None = None, sent_key: str = "",
) -> Evidence:  # fmt: skip
    """Keep a piece of a student. The same sending counts once; raises ValidationError for nothing.

    series: the public id of one, or the words for a new one.
    """
    require(rules.may_keep(by, student) and student.school_id == by.school.pk)
    if sent_key and (known := _sent(student, sent_key)) is not None:
        return known
    made = _own(
        student, by=by, on=on, title=title, words=words.strip(), link=link, upload=upload,
        reflection=reflection.strip(), sent_key=sent_key,
    )  # fmt: skip
    try:
        with transaction.atomic():
            _write(made, by=by)
            record("evidence.keep", made, by=by, kind=made.kind)
            put_tags(made, targets or Targets(), by=by)
            if series:
                put_in_series(made, series, by=by)
    except IntegrityError:  # the other tap was faster
        if sent_key and (known := _sent(student, sent_key)) is not None:
            return known
        raise
    return made


def keep_words(student: Student, said: Said, *, by: Viewer) -> Evidence:
    """Keep what stands elsewhere (a mentor's words, a line, hours) as it stands now. Twice is once."""
    require(rules.may_keep(by, student) and student.school_id == by.school.pk)
    rows = Evidence.objects.filter(student=student, source_key=said.key)
    known = rows.filter(state=Evidence.State.KEPT).first()
    if known is not None:
        return known
    made = _piece(
        student, by=by, kind=Kind.TEXT, on=said.on, title=said.title, words=said.words,
        source=said.source, source_key=said.key, said_by=said.by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            _write(made, by=by)
            record("evidence.keep", made, by=by, source=made.source_key)
    except IntegrityError:  # the other tap was faster
        return Evidence.objects.get(student=student, source_key=said.key, state=Evidence.State.KEPT)
    return made


def _own(student: Student, *, title: str, **facts: Any) -> Evidence:
    """A piece that somebody made; nothing at all is none."""
    upload, words, link = facts["upload"], facts["words"], facts["link"]
    kind = upload.kind if upload else (Kind.LINK if link else Kind.TEXT)
    if kind == Kind.TEXT and not (words or facts["reflection"]):
        raise ValidationError(_("Choose a photo or a file, or write a few words."))
    title = title or _named(kind, words, link, upload)
    return _piece(student, kind=kind, title=title, **facts)


def _piece(student: Student, *, by: Viewer, on: date | None, title: str, **facts: Any) -> Evidence:
    day = min(on or by.school.today(), by.school.today())
    return Evidence(
        school=by.school, student=student, by=_person(by), at=by.school.now(), on=day,
        term=_term_on(by.school, day), title=title[:TITLE], **facts,
    )  # fmt: skip


def _write(made: Evidence, *, by: Viewer) -> None:
    """The row, and one more in its term. What staff keep, they have seen."""
    if made.upload is not None:
        use_upload(made.upload, by=by)
    if not rules.is_own(by, made.student):
        made.seen_at = made.at
    made.save()
    tally, _made = Tally.objects.get_or_create(
        student=made.student, term=made.term, defaults={"school": by.school}
    )
    Tally.objects.filter(pk=tally.pk).update(count=F("count") + 1, last_at=made.at)


def _sent(student: Student, sent_key: str) -> Evidence | None:
    return Evidence.objects.filter(student=student, sent_key=sent_key).first()


def _named(kind: str, words: str, link: str, upload: Upload | None) -> str:
    """What it is called when nobody said: its first line, its file, or what it is."""
    first = words.strip().partition("\n")[0]
    if first:
        return first if len(first) <= TITLE else first[: TITLE - 1] + "…"
    if kind == Kind.LINK:
        return link.partition("://")[2][:TITLE]
    if kind == Kind.FILE and upload is not None and upload.name:
        return upload.name
    return str(Kind(kind).label)


def _term_on(school: School, day: date) -> Term | None:
    terms = Term.of(school).filter(starts_on__lte=day, ends_on__gte=day)
    return terms.order_by("-starts_on").first()


def _person(by: Viewer) -> Person:
    if by.person is None:
        raise PermissionDenied
    return by.person
