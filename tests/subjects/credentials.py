"""What Luis earned, shared by an address, and a folder of it."""

from kindling.credentials.actions import (
    award_competency,
    issue_credential,
    share_credential,
    take_everything,
)
from kindling.credentials.tests.earning import awarded_judgement
from kindling.placements.models import Placement


def add(maker) -> None:
    cast = maker.cast
    made = award_competency(awarded_judgement(cast, "SR1"), by=cast.as_("ana"))
    issue_credential.call(made.pk)
    made.refresh_from_db()
    share_credential(made, by=cast.as_("luis"))
    maker.ids |= {
        "credentials/": made.public_id,
        "credentials/for/": cast.luis.public_id,
        "credentials/folders/": take_everything(cast.luis, by=cast.as_("luis")).public_id,
        "credentials/ask/": Placement.objects.order_by("pk").first().public_id,
        "<slug:award_kind>": "competency",
        "<slug:thing>": awarded_judgement(cast).public_id,
        "<slug:file_kind>": "json",
        "<uuid:uuid>": str(made.uuid),
    }
