"""One student's transcripts, the page they write, and what a reader with a link sees."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from kindling.narratives.models import Narrative
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.transcripts import rules
from kindling.transcripts.models import Draft, Kind, Picked, Sending, Transcript
from kindling.transcripts.prompts import MOST_WORDS, Prompt, prompts
from kindling.transcripts.sheet import certified, told_of


@dataclass(frozen=True)
class KindLine:
    """One kind: the newest one, those before it, and whether it can be certified now."""

    kind: Kind
    now: Transcript | None
    earlier: tuple[Transcript, ...]


@dataclass(frozen=True)
class Page:
    """One student's transcripts."""

    student: Student
    is_own: bool
    kinds: tuple[KindLine, ...]
    draft: Draft | None
    reads_draft: bool
    may_write: bool
    may_certify: bool
    may_send: bool
    may_pick: bool
    has_left: bool
    picked: tuple[Picked, ...]
    sendings: tuple[tuple[Sending, bool], ...]  # and whether its link is open today


def student_page(viewer: Viewer, student: Student) -> Page:
    """Read it. Nine statements at most."""
    by_kind: dict[str, list[Transcript]] = defaultdict(list)
    for one in rules.visible_transcripts(viewer).filter(student=student):
        by_kind[one.kind].append(one)
    offered = rules.kinds_of(viewer.school)
    kinds = [kind for kind in Kind if kind in offered or by_kind[kind]]
    reads = rules.may_read_draft(viewer, student)
    today = viewer.school.today()
    sendings = rules.visible_sendings(viewer).filter(student=student)[:50]
    return Page(
        student=student,
        is_own=student.person_id == viewer.person_id,
        kinds=tuple(
            KindLine(kind, next(iter(by_kind[kind]), None), tuple(by_kind[kind][1:]))
            for kind in kinds
        ),
        draft=rules.draft_of(student) if reads else None,
        reads_draft=reads,
        may_write=rules.may_write(viewer, student),
        may_certify=rules.may_certify(viewer),
        may_send=rules.may_send(viewer, student),
        may_pick=rules.may_pick(viewer, student),
        has_left=rules.has_left(viewer, student),
        picked=tuple(rules.picked_pieces(student)),
        sendings=tuple((one, one.is_open_on(today)) for one in sendings),
    )


@dataclass(frozen=True)
class Field:
    """One part of the page that is written."""

    field: str
    prompt: Prompt
    text: str


@dataclass(frozen=True)
class DraftPage:
    """The page that is written, and the narratives beside it."""

    draft: Draft
    fields: tuple[Field, ...]
    narratives: tuple[tuple[Narrative, list[dict[str, str]]], ...]  # with the newest words
    words: int
    most: int
    is_own: bool
    may_write: bool
    may_agree: bool


def draft_page(viewer: Viewer, draft: Draft) -> DraftPage:
    """Read it. Six statements at most."""
    heads = prompts()
    found = []
    for one in rules.narratives_of(viewer, draft.student).prefetch_related("versions")[:8]:
        newest = max(one.versions.all(), key=lambda version: version.number, default=None)
        found.append((one, newest.content["sections"] if newest else []))
    writing = draft.state == Draft.State.WRITING
    return DraftPage(
        draft=draft,
        fields=tuple(Field(name, heads[name], getattr(draft, name)) for name in Draft.FIELDS),
        narratives=tuple(found),
        words=draft.word_count,
        most=MOST_WORDS,
        is_own=rules.may_pick(viewer, draft.student),
        may_write=writing and rules.may_write(viewer, draft.student),
        may_agree=draft.state == Draft.State.READY and rules.advises(viewer, draft.student),
    )


def list_rows(viewer: Viewer, students: list[Student]) -> list[tuple[Student, list[str]]]:
    """Each student with the kinds that are certified. One statement."""
    keys = [student.pk for student in students]
    rows = rules.visible_transcripts(viewer).select_related(None).filter(student__in=keys)
    found: dict[int, set[str]] = defaultdict(set)
    for key, kind in rows.order_by().values_list("student", "kind").distinct():
        found[key].add(kind)
    return [(one, [str(kind.label) for kind in Kind if kind in found[one.pk]]) for one in students]


@dataclass(frozen=True)
class ShownPaper:
    """One transcript as a reader sees it."""

    transcript: Transcript
    told: dict[str, Any]
    certified: list[str]
    pieces: tuple[dict[str, Any], ...]  # number, facts, file or None


def shown_paper(transcript: Transcript) -> ShownPaper:
    """The words of one, in its own language; pieces that are still there. One statement."""
    content = transcript.content
    pieces = content.get("pieces", [])
    state = rules.still_shown(transcript.school, [one["id"] for one in pieces]) if pieces else {}
    with translation.override(transcript.language):
        return ShownPaper(
            transcript, told_of(content), certified(content, transcript.content_hash),
            tuple(
                {**one, "number": n, "file": one["file"] if state[one["id"]] else None}
                for n, one in enumerate(pieces, 1)
                if one["id"] in state
            ),
        )  # fmt: skip


def shown_sending(sending: Sending) -> list[ShownPaper]:
    """What a reader with a link sees."""
    return [shown_paper(one) for one in rules.papers_of(sending)]


def shown_piece(transcript: Transcript, n: int) -> dict[str, Any] | None:
    """One piece of a transcript; None when it is not there any more."""
    pieces = shown_paper(transcript).pieces
    return next((one for one in pieces if one["number"] == n), None)
