"""Ask people to sign: one letter each, with one link for all that waits for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from kindling.agreements import rules
from kindling.agreements.models import Agreement, Party, Signer
from kindling.history.steps import record, record_many
from kindling.kit.http import Refused, require
from kindling.notices.actions import Letter, notify_each
from kindling.passes.actions import Wanted, make_passes
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

LINK_DAYS = 30
REST_DAYS = 3  # nobody is reminded of the same thing more often
SIGNED_IN = (Party.STUDENT.value, Party.SCHOOL.value)  # who has a page of their own for it
MOST = 500


@transaction.atomic
def ask_signers(agreement: Agreement, *, by: Viewer) -> int:
    """Write to everybody who still has to sign this, and say how many letters went out.

    Refused when it is no longer being signed.
    """
    require(rules.may_keep(by))
    if agreement.state != Agreement.State.OPEN:
        raise Refused(_("This is no longer being signed. Nobody was asked."))
    letters, _asked = _ask(_waiting(by).filter(agreement=agreement), by=by)
    record("agreement.ask", agreement, by=by, letters=letters)
    return letters


@transaction.atomic
def remind_signers(public_ids: Iterable[str], *, by: Viewer, rest_days: int = REST_DAYS) -> int:
    """Write to all who still have to sign these agreements, but for those who were asked lately.

    public_ids: of agreements, at most 500. Returns how many letters went out.
    """
    require(rules.may_keep(by))
    since = by.school.now() - timedelta(days=rest_days)
    lately = _waiting(by).filter(asked_at__gt=since)
    named = _waiting(by).filter(agreement__public_id__in=list(public_ids)[:MOST])
    letters, agreements = _ask(named.exclude(pk__in=lately.values("pk")), by=by)
    record_many("agreement.remind", agreements, by=by)
    return letters


def _waiting(by: Viewer) -> Any:
    waiting = rules.visible_signers(by).filter(state=Signer.State.WAITING)
    waiting = waiting.exclude(person__quiet_until__gte=by.school.today())  # left in peace
    return waiting.filter(agreement__state=Agreement.State.OPEN)


def _ask(signers: Any, *, by: Viewer) -> tuple[int, set[Agreement]]:
    """One letter a person, whatever the number of agreements: a constant few statements."""
    found: list[Signer] = list(signers.order_by("agreement_id", "pk"))
    if not found:
        return 0, set()
    mine = _by_person(found, by=by)
    linked = [ones for (_, has_page), ones in mine.items() if not has_page]
    wanted = [Wanted(ones[0].person, _ids(ones), _only_student(ones)) for ones in linked]
    passes = make_passes(
        wanted, rules.SIGN_AGREEMENT, by=by, days=LINK_DAYS, needs_code=True
    ) if wanted else []  # fmt: skip
    letters = [
        _letter(ones, link_id=held.public_id) for ones, held in zip(linked, passes, strict=True)
    ]
    with inside(by.school):
        url = reverse("agreements:mine")
    letters += [_letter(ones, url=url) for (_, has_page), ones in mine.items() if has_page]
    notify_each(letters, "agreements/ask", by=by)
    Signer.objects.filter(pk__in=[one.pk for one in found]).update(
        asked_at=by.school.now(), asks=F("asks") + 1
    )
    return len(letters), {one.agreement for one in found}


def _by_person(found: list[Signer], *, by: Viewer) -> dict[tuple[int, bool], list[Signer]]:
    """What waits for each person; apart what they sign where they are signed in."""
    mine: dict[tuple[int, bool], list[Signer]] = defaultdict(list)
    for one in found:
        one.person.school = by.school  # spares a statement for each
        mine[one.person_id, _has_page(one)].append(one)
    return mine


def _has_page(signer: Signer) -> bool:
    return signer.party in SIGNED_IN and signer.person.user_id is not None


def _ids(signers: list[Signer]) -> list[str]:
    return [one.public_id for one in signers]


def _only_student(signers: list[Signer]) -> Any:
    students = {one.agreement.student for one in signers}
    return students.pop() if len(students) == 1 else None


def _letter(signers: list[Signer], *, link_id: str = "", url: str = "") -> Letter:
    names = sorted({one.agreement.student.name for one in signers if one.agreement.student})
    context = {
        "count": len(signers),
        "label": signers[0].agreement.template.label,
        "names": ", ".join(names),
        "is_again": any(one.asks for one in signers),
        "days": LINK_DAYS,
    }
    return Letter(signers[0].person, context, link_id=link_id, url=url)
