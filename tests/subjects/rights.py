"""Rosa asks for the record of Luis; Priya has checked that it is she."""

from kindling.rights import actions
from kindling.rights.models import OwnCopy, RecordsItem
from kindling.schools.inside import inside


def add(maker) -> None:
    cast = maker.cast
    with inside(cast.school):
        asked = actions.ask_records(cast.luis, "", by=cast.as_("rosa"))
        actions.verify_request(asked, "Called back", by=cast.as_("priya"))
        wrong = actions.ask_amendment(
            cast.luis, wrong="I was there.", wanted="Present", by=cast.as_("rosa")
        )
        copy = actions.make_copy(cast.luis, by=cast.as_("luis"))
        OwnCopy.objects.filter(pk=copy.pk).update(state="made")
    item = RecordsItem.objects.filter(request=asked).order_by("pk").first()
    maker.ids |= {
        "rights/ask/": cast.luis.public_id,
        "rights/of/": cast.luis.public_id,
        "rights/link/": cast.luis.public_id,
        "rights/amend/": cast.luis.public_id,
        "rights/amendments/": wrong.public_id,
        "rights/copy/": copy.public_id,
        "rights/letter/": cast.luis.public_id,
        "rights/items/": item.public_id,
        "rights/requests/": asked.public_id,
        "<slug:area>": "plan",
    }
