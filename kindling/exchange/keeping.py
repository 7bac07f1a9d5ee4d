"""Keep a plan as rows, so that a preview can show it and an undo take it back."""

from django.db.models import Q

from kindling.exchange.models import Import, ImportedChange
from kindling.exchange.planning.changes import Plan, What
from kindling.search.passages import touch
from kindling.sites.models import Opportunity

BATCH = 400


def keep_changes(imported: Import, plan: Plan) -> None:
    """Put the plan in the place of what was kept before."""
    ImportedChange.objects.filter(parent=imported).delete()
    rows = [
        ImportedChange(
            school=imported.school,
            parent=imported,
            order=order,
            model=change.model,
            subject_id=change.thing.public_id,
            what=change.what,
            before=change.before,
            after=change.after,
            label=change.label[:500],
            file=change.origin.file,
            row=change.origin.row,
            is_main=change.is_main,
        )
        for order, change in enumerate(plan.changes)
    ]
    ImportedChange.objects.bulk_create(rows, batch_size=BATCH)


def shelve_again(imported: Import) -> None:
    """Let search read again the places that an import has changed, or an undo given back."""
    changes = imported.changes.filter(model__startswith="sites.")
    if not changes.exists():
        return
    changed = changes.exclude(what=What.ADDED)  # what is new was shelved as it was made
    ids = {
        model: changed.filter(model=f"sites.{model}").values("subject_id")
        for model in ("opportunity", "site", "organisation")
    }
    touched = Q(public_id__in=ids["opportunity"]) | Q(site__public_id__in=ids["site"])
    touched |= Q(site__organisation__public_id__in=ids["organisation"])
    Opportunity.objects.filter(school=imported.school).filter(touched).refresh_words()
    touch(imported.school_id)
