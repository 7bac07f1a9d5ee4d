"""Check who asks, list the record, and decide about each item of it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, record_many, take_step
from kindling.kit.http import Refused, require
from kindling.rights import rules
from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.rights.record.collecting import Named, items_for, named_rows
from kindling.schools.viewer import Viewer

Decision = RecordsItem.Decision
GIVEN = (Decision.GIVE, Decision.PART)


@transaction.atomic
def verify_request(asked: RecordsRequest, how: str, *, by: Viewer) -> None:
    """Write down how staff know who asks, and list every item of the record."""
    require(rules.may_handle(by, asked))
    take_step(
        asked, "verify", by=by, verified_by=by.person, verified_at=by.school.now(), verified_how=how
    )
    list_items(asked, by=by)


@transaction.atomic
def list_items(asked: RecordsRequest, *, by: Viewer) -> int:
    """List what stands in the record and is no item yet; return how many there are to decide anew.

    What was given and names somebody else since (words and parts are added) is open again, too.
    """
    require(rules.may_handle(by, asked))
    known = RecordsItem.objects.filter(request=asked).values_list("kind", "keys")
    rows = named_rows(asked)
    made = items_for(asked, rows, {(kind, key) for kind, keys in known for key in keys})
    again = _named_since(asked, rows)
    RecordsItem.objects.bulk_create(made, batch_size=500)
    RecordsItem.objects.bulk_update(again, ["names", "decision"], batch_size=500)
    record("records_request.list", asked, by=by, new=len(made), again=len(again))
    return len(made) + len(again)


def _named_since(asked: RecordsRequest, rows: Named) -> list[RecordsItem]:
    """Items to give (unsaved, open again) that tell a name which nobody has decided about."""
    told = {(row.kind, row.key): names for row, names in rows}
    again = []
    for item in RecordsItem.objects.filter(request=asked, decision__in=GIVEN):
        said = {told.get((item.kind, key), "") for key in item.keys} - {""}
        names = ", ".join(sorted({name for some in said for name in some.split(", ")}))[:300]
        if names and set(names.split(", ")) - set(item.names.split(", ")):
            item.names, item.decision = names, Decision.OPEN
            again.append(item)
    return again


@transaction.atomic
def decide_items(
    items: Sequence[RecordsItem], decision: str, *, by: Viewer, basis: str = "",
    covered: Sequence[str] = (),
) -> None:  # fmt: skip
    """Give, give in part, or hold back, with the basis in law. Until it is provided one may change."""
    require(bool(items) and all(rules.may_decide(by, item) for item in items))
    if any(item.request.state != RecordsRequest.State.VERIFIED for item in items):
        raise Refused(_("Nothing is decided before who asks is known, or after it was given."))
    if decision in {Decision.HOLD, Decision.PART} and not basis:
        raise Refused(_("Say which law lets you hold it back."))
    if decision == Decision.PART and (not covered or any(item.is_sealed for item in items)):
        raise Refused(_("Say which words are left out."))
    given = decision == Decision.GIVE
    RecordsItem.objects.filter(pk__in=[item.pk for item in items]).update(
        decision=decision, basis="" if given else basis,
        covered=list(covered) if decision == Decision.PART else [],
        decided_by=by.person, decided_at=by.school.now(),
    )  # fmt: skip
    record_many("records_item.decide", items, by=by, decision=decision, basis=basis)


@transaction.atomic
def split_item(item: RecordsItem, *, by: Viewer) -> None:
    """Make one item of each row, so that one of them can be held back."""
    require(rules.may_decide(by, item))
    if len(item.keys) == 1 or item.request.state != RecordsRequest.State.VERIFIED:
        raise Refused(_("This is one thing. It cannot be split."))
    record("records_item.split", item, by=by)
    asked, keys = item.request, set(item.keys)
    item.delete()
    known = RecordsItem.objects.filter(request=asked).values_list("kind", "keys")
    rest = {(kind, key) for kind, found in known for key in found}
    made = [
        one for one in items_for(asked, named_rows(asked), rest, apart=True) if keys & set(one.keys)
    ]
    RecordsItem.objects.bulk_create(made, batch_size=500)
