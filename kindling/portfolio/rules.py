"""A student makes pages and shares them; who guides them and leaders see every link and stop it."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet

from kindling.consents.kinds import Kind
from kindling.consents.rules import refused
from kindling.evidence.models import Evidence
from kindling.evidence.rules import guides, students_with_pieces
from kindling.people.models import Student
from kindling.people.rules import is_of_age, is_own, own_advisees
from kindling.portfolio.models import Folder, PortfolioChoice, Share, ShownPiece, ShowPage
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def _theirs(viewer: Viewer) -> QuerySet[Student]:
    """Oneself, whom one advises, for leaders everybody. The family reads what is shared with it."""
    students = students_with_pieces(viewer)
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return students
    mine = students.filter(pk__in=own_advisees(viewer))
    if viewer.is_a(Role.STUDENT):
        mine = mine | students.filter(person=viewer.person_id)
    return mine


def visible_pages(viewer: Viewer) -> QuerySet[ShowPage]:
    """Pages that are not put away, the last changed first."""
    rows: QuerySet[ShowPage] = ShowPage.objects.filter(school=viewer.school, put_away_at=None)
    rows = rows.filter(student__in=_theirs(viewer).values("pk"))
    return rows.select_related("student__person", "student__school").order_by("-changed_at", "-pk")


def pieces_of(page: ShowPage) -> QuerySet[ShownPiece]:
    """The pieces of a page one sees, in its order."""
    rows: QuerySet[ShownPiece] = ShownPiece.objects.filter(page=page)
    related = (
        "evidence__upload",
        "evidence__school",
        "evidence__student__person",
        "page__student__person",
    )
    return rows.select_related(*related).order_by("position", "pk")


def visible_pieces(viewer: Viewer) -> QuerySet[ShownPiece]:
    """Pieces on pages one sees."""
    rows: QuerySet[ShownPiece] = ShownPiece.objects.filter(school=viewer.school)
    rows = rows.filter(page__in=visible_pages(viewer).order_by().values("pk"))
    return rows.select_related("page__student__person", "evidence")


def state_of(share: Share) -> dict[str, bool]:
    """Public id of each piece that is still kept → whether its file may be shown, too.

    All in the picture said yes, and the scanner has looked at it. One statement.
    """
    ids = [piece["id"] for piece in share.pieces]
    rows = Evidence.objects.filter(
        school=share.school_id, public_id__in=ids, state=Evidence.State.KEPT
    )
    return {
        one.public_id: one.may_be_shown and one.is_looked_at
        for one in rows.select_related("upload", "school")
    }


def visible_shares(viewer: Viewer) -> QuerySet[Share]:
    """Links to pages of students one sees, also those that ended, the newest first."""
    rows: QuerySet[Share] = Share.objects.filter(school=viewer.school)
    rows = rows.filter(page__student__in=_theirs(viewer).values("pk"))
    return rows.select_related("page__student__person", "by", "stopped_by").order_by("-at", "-pk")


def shared(public_id: str) -> QuerySet[Any]:
    """What a link names, whoever asks: its signature was checked before.

    `is_refused`: the family said no to showing work outside the school.
    """
    no = refused(Kind.SHARING, OuterRef("page__student"))
    rows: QuerySet[Any] = Share.objects.filter(public_id=public_id).annotate(is_refused=no)
    return rows.select_related("school", "page__student__person")


def visible_folders(viewer: Viewer) -> QuerySet[Folder]:
    """One's own only."""
    rows: QuerySet[Folder] = Folder.objects.filter(school=viewer.school)
    if viewer.purpose or viewer.person_id is None:
        return rows.none()
    return rows.filter(by=viewer.person_id).select_related("student__person").order_by("-at")


def may_make(viewer: Viewer, student: Student) -> bool:
    """Make, change and share pages: the student alone."""
    return is_own(viewer, student)


def may_stop(viewer: Viewer, share: Share) -> bool:
    """The student, who guides them, leaders."""
    student = share.page.student
    return is_own(viewer, student) or guides(viewer, student)


def may_take(viewer: Viewer, student: Student) -> bool:
    """The student takes everything along; the registrar does it for one who left."""
    return is_own(viewer, student) or (
        viewer.is_a(Role.REGISTRAR, Role.PRINCIPAL) and not viewer.purpose
    )


def may_see_links(viewer: Viewer) -> bool:
    return (viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose


def may_choose(viewer: Viewer) -> bool:
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


def minors_show_names(school: School) -> bool:
    """What the school chose. One statement."""
    return PortfolioChoice.objects.filter(school=school, minors_show_names=True).exists()


def shows_names(student: Student) -> bool:
    """Whether this student may show a surname and how to reach them. One statement at most."""
    return is_of_age(student) or minors_show_names(student.school)
