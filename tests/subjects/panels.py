"""A panel at work whose forms are open to read, and one that is recorded with a condition."""

from __future__ import annotations

from kindling.panels.actions import add_condition, agree_result, record_panel
from kindling.panels.models import Difference, Form, Panel
from kindling.panels.tests.seating import all_in, an_exhibition, begun


def add(maker) -> None:
    cast = maker.cast
    ana = cast.as_("ana")
    working = all_in(cast, begun(cast), criterion_1=1)
    maker.ids["panels/"] = working.exhibition.public_id
    maker.ids["panels/differences/"] = Difference.objects.get(panel=working).public_id
    maker.ids["panels/forms/"] = Form.objects.filter(panel=working).order_by("pk")[0].public_id
    over = all_in(cast, begun(cast))
    agree_result(over, "conditions", by=ana)
    facts = {"owner": cast.luis.person, "due_on": cast.school.today()}
    made = add_condition(Panel.objects.get(pk=over.pk), text="Show the drafts.", by=ana, **facts)
    record_panel(over, by=ana)
    maker.ids["panels/conditions/"] = made.public_id
    maker.ids["panels/<slug:public_id>/record/"] = over.exhibition.public_id
    ahead = an_exhibition(cast)
    maker.ids["panels/<slug:public_id>/begin/"] = ahead.public_id
