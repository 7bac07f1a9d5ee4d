"""Make a page, choose pieces for it, put them in order."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.evidence.models import Evidence
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.portfolio import rules
from kindling.portfolio.models import PortfolioChoice, ShownPiece, ShowPage
from kindling.schools.viewer import Viewer

MOST = 60  # pieces on one page


@transaction.atomic
def make_page(student: Student, *, title: str, audience: str, intro: str, by: Viewer) -> ShowPage:
    """Begin a page for somebody."""
    require(rules.may_make(by, student))
    page: ShowPage = ShowPage.objects.create(
        school=by.school, student=student, title=title, audience=audience, intro=intro.strip(),
        changed_at=by.school.now(),
    )  # fmt: skip
    record("portfolio.make", page, by=by)
    return page


@transaction.atomic
def change_page(page: ShowPage, *, title: str, audience: str, intro: str, by: Viewer) -> None:
    """Other words. What was shared stays as it was."""
    require(rules.may_make(by, page.student))
    facts = {"title": title, "audience": audience, "intro": intro.strip()}
    ShowPage.objects.filter(pk=page.pk).update(**facts, changed_at=by.school.now())
    record("portfolio.change", page, by=by)


@transaction.atomic
def put_page_away(page: ShowPage, *, by: Viewer) -> None:
    """It stands in no list any more, and its links stop."""
    require(rules.may_make(by, page.student))
    now = by.school.now()
    ShowPage.objects.filter(pk=page.pk).update(put_away_at=now)
    page.shares.filter(stopped_at=None).update(stopped_at=now, stopped_by=by.person)
    record("portfolio.put_away", page, by=by)


@transaction.atomic
def add_pieces(page: ShowPage, pieces: Iterable[Evidence], *, by: Viewer) -> None:
    """Put pieces at the end; one that is there already stays where it is."""
    require(rules.may_make(by, page.student))
    there = {one.evidence_id: one.position for one in page.pieces.all()}
    chosen = [one for one in pieces if one.pk not in there and one.is_kept]
    require(all(one.student_id == page.student_id for one in chosen))
    if len(there) + len(chosen) > MOST:
        raise Refused(_("A page holds up to %(most)s pieces.") % {"most": MOST})
    last = max(there.values(), default=0)
    ShownPiece.objects.bulk_create(
        ShownPiece(school=by.school, page=page, evidence=one, position=last + number)
        for number, one in enumerate(chosen, 1)
    )
    _touch(page, by)
    record("portfolio.add", page, by=by, pieces=[one.public_id for one in chosen])


@transaction.atomic
def change_piece(piece: ShownPiece, words: str, *, by: Viewer) -> None:
    """What these readers should know about it."""
    require(rules.may_make(by, piece.page.student))
    ShownPiece.objects.filter(pk=piece.pk).update(words=words.strip())
    _touch(piece.page, by)
    record("portfolio.change_piece", piece.page, by=by)


@transaction.atomic
def move_piece(piece: ShownPiece, *, up: bool, by: Viewer) -> None:
    """One place up or down."""
    require(rules.may_make(by, piece.page.student))
    rows = list(ShownPiece.objects.filter(page=piece.page_id).order_by("position", "pk"))
    at = next(number for number, one in enumerate(rows) if one.pk == piece.pk)
    to = max(0, min(len(rows) - 1, at + (-1 if up else 1)))
    rows.insert(to, rows.pop(at))
    for number, one in enumerate(rows, 1):
        one.position = number
    ShownPiece.objects.bulk_update(rows, ["position"])
    _touch(piece.page, by)
    record("portfolio.move", piece.page, by=by)


@transaction.atomic
def take_piece_off(piece: ShownPiece, *, by: Viewer) -> None:
    """It stays in the gallery."""
    require(rules.may_make(by, piece.page.student))
    record("portfolio.take_off", piece.page, by=by, piece=piece.evidence.public_id)
    piece.delete()
    _touch(piece.page, by)


@transaction.atomic
def choose_names(*, minors_show_names: bool, by: Viewer) -> None:
    """Whether students under 18 may show a surname and how to reach them."""
    require(rules.may_choose(by))
    choice, _made = PortfolioChoice.objects.update_or_create(
        school=by.school, defaults={"minors_show_names": minors_show_names}
    )
    record("portfolio.choose", choice, by=by, minors_show_names=minors_show_names)


def _touch(page: ShowPage, by: Viewer) -> None:
    ShowPage.objects.filter(pk=page.pk).update(changed_at=by.school.now())
