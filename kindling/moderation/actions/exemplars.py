"""Ask for an example, say yes or no, take it back."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.evidence.models import Evidence
from kindling.history.steps import record, take_step
from kindling.judgements.models import Judgement
from kindling.kit.http import Refused, require
from kindling.moderation.models import Exemplar
from kindling.moderation.names import names_in
from kindling.moderation.rules import exemplars as rules
from kindling.portfolio.reaching import tells_how_to_reach
from kindling.schools.viewer import Viewer


@transaction.atomic
def ask_exemplar(
    judgement: Judgement, piece: Evidence, *, title: str, words: str, why: str,
    shows_photo: bool = False, by: Viewer,
) -> Exemplar:  # fmt: skip
    """Ask a student whether a piece may be an example. Refused while a name stands in it."""
    require(rules.may_ask(by, judgement, piece))
    if by.person is None:
        raise PermissionDenied
    if judgement.level is None or not piece.is_kept:
        raise Refused(_("An example needs an agreed level and a piece that is still kept."))
    _refuse_names(piece, f"{title}\n{words}\n{why}")
    if shows_photo and not (piece.kind == Evidence.Kind.PHOTO and piece.people == "none"):
        raise Refused(_("Only a photo with nobody in it can be shown."))
    try:
        with transaction.atomic():
            made: Exemplar = Exemplar.objects.create(
                school=by.school, evidence=piece, goal=judgement.goal, level=judgement.level,
                title=title, words=words, why=why, shows_photo=shows_photo, by=by.person,
                asked_at=by.school.now(),
            )  # fmt: skip
    except IntegrityError:
        raise Refused(_("This piece is an example already, or its student is asked.")) from None
    record("exemplar.ask", made, by=by)
    return made


def _refuse_names(piece: Evidence, text: str) -> None:
    found = names_in(text, rules.names_around(piece.student))
    if found:
        told = _("A name still stands in it: %(names)s. Take it out.")
        raise Refused(told % {"names": ", ".join(found[:5])})
    if tells_how_to_reach(text):
        raise Refused(_("A telephone number or an e-mail address stands in it. Take it out."))


@transaction.atomic
def share_exemplar(exemplar: Exemplar, *, by: Viewer) -> None:
    """The student says yes: staff and students of the school can see it."""
    require(rules.may_answer_exemplar(by, exemplar))
    take_step(exemplar, "share", by=by, answered_at=by.school.now())


@transaction.atomic
def decline_exemplar(exemplar: Exemplar, *, by: Viewer) -> None:
    """The student says no, without a reason."""
    require(rules.may_answer_exemplar(by, exemplar))
    take_step(exemplar, "decline", by=by, answered_at=by.school.now())


@transaction.atomic
def withdraw_exemplar(exemplar: Exemplar, *, by: Viewer) -> None:
    """Take it back: nobody sees it any more."""
    require(rules.may_withdraw(by, exemplar))
    take_step(exemplar, "withdraw", by=by)
