"""A page gets a link for some time; the link can be stopped by those who answer for the student."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.consents.kinds import Kind
from kindling.consents.rules import lets
from kindling.disclosures.actions import disclose
from kindling.disclosures.models import Basis
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.portfolio import rules
from kindling.portfolio.copying import copy_of
from kindling.portfolio.models import Share, ShowPage
from kindling.portfolio.reaching import tells_how_to_reach
from kindling.schools.viewer import Viewer


@transaction.atomic
def share_page(page: ShowPage, *, days: int, by: Viewer) -> Share:
    """Make a link to the page as it is now. Raises Refused with what has to be mended first."""
    require(rules.may_make(by, page.student))
    if by.person is None:
        raise PermissionDenied
    if not lets(page.student, Kind.SHARING, by.school.today()):
        raise Refused(
            _("Your family has not said yes to showing work outside the school. Ask them first.")
        )
    names = rules.shows_names(page.student)
    shown = copy_of(page, list(rules.pieces_of(page)), with_name=names)
    if not shown["pieces"]:
        raise Refused(_("Choose at least one piece first."))
    if not names:
        _refuse_contacts(shown)
    share: Share = Share.objects.create(
        school=by.school, page=page, shown=shown, by=by.person, at=by.school.now(),
        until_on=by.school.today() + timedelta(days=days),
    )  # fmt: skip
    disclose(
        page.student, page.audience, page.title, _("Portfolio"), consent=None, by=by,
        basis=Basis.SHOWN,
    )  # fmt: skip
    record("portfolio.share", share, by=by, until=share.until_on.isoformat())
    return share


@transaction.atomic
def stop_share(share: Share, *, by: Viewer) -> None:
    """The link opens a kind page from now on. Twice changes nothing."""
    require(rules.may_stop(by, share))
    rows = Share.objects.filter(pk=share.pk, stopped_at=None)
    if rows.update(stopped_at=by.school.now(), stopped_by=by.person):
        record("portfolio.stop", share, by=by)


def _refuse_contacts(shown: dict[str, Any]) -> None:
    """Nobody under age tells strangers how to reach them, unless the school lets them."""
    said = [shown["title"], shown["audience"], shown["intro"]]
    for piece in shown["pieces"]:
        said += [piece[name] for name in ("says", "title", "words", "reflection")]
        if piece["file"]:
            said += [piece["file"]["transcript"], _spoken(piece["file"]["captions"])]
    wrong = next((words for words in said if tells_how_to_reach(words)), None)
    if wrong is not None:
        told = {"words": wrong.strip()[:80]}
        raise Refused(
            _("Take telephone numbers and e-mail addresses out first: “%(words)s”") % told
        )


def _spoken(captions: str) -> str:
    """Captions without their times, whose digits look like a number."""
    return "\n".join(line for line in captions.splitlines() if "-->" not in line)
