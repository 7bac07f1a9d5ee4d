"""Keep a plan as rows, so that a preview can show it and an undo take it back."""

from kindling.exchange.models import Import, ImportedChange
from kindling.exchange.planning.changes import Plan

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
