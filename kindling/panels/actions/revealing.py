"""The moment from which everybody reads everybody."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.disclosures.actions import disclose
from kindling.disclosures.models import Basis
from kindling.exhibitions.actions import finish_scoring
from kindling.exhibitions.models import Exhibition, Part
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.panels import rules
from kindling.panels.gaps import gaps_in
from kindling.panels.locking import lock, refuse_rest
from kindling.panels.models import Difference, Form, Panel, Score
from kindling.schools.viewer import Viewer

OUTSIDE = (Part.MENTOR, Part.GUEST)


@transaction.atomic
def close_scoring(panel: Panel, *, by: Viewer) -> None:
    """Wait no longer: what is in counts. Who is not in may still write, as a comment.

    Refused while nobody is in, and where it was put off.
    """
    require(rules.may_lead(by, panel.exhibition))
    panel = lock(panel, by=by)
    if panel.is_revealed:
        return
    refuse_rest(panel)
    if not Form.objects.filter(panel=panel, state=Form.State.SENT).exists():
        raise Refused(_("No form is in yet. Wait for one, then close."))
    reveal(panel, by=by, closed=True)


def reveal_when_all_in(panel: Panel, *, by: Viewer) -> None:
    """With the last form everything is shown. The caller holds the panel's row."""
    if panel.is_revealed:
        return
    forms = Form.objects.filter(panel=panel)
    waits = forms.filter(state=Form.State.OPEN).exists()
    if not waits and forms.filter(state=Form.State.SENT).exists():
        reveal(panel, by=by, closed=False)


def reveal(panel: Panel, *, by: Viewer, closed: bool) -> None:
    """Show the forms, keep where they differ, and put together what they commend and recommend."""
    panel.revealed_at = by.school.now()
    panel.revealed_by = by.person if closed else None
    forms = list(
        Form.objects.filter(panel=panel, state=Form.State.SENT)
        .select_related("person")
        .order_by("pk")
    )
    panel.commendations = _joined([one.commends for one in forms])
    panel.recommendations = _joined([one.recommends for one in forms])
    panel.save(update_fields=["revealed_at", "revealed_by", "commendations", "recommendations"])
    gaps = gaps_in(Score.objects.filter(form__in=forms))
    Difference.objects.bulk_create(
        Difference(school=by.school, panel=panel, number=one.number, low=one.low, high=one.high)
        for one in gaps
    )
    record("panel.reveal", panel, by=by, forms=len(forms), closed=closed)
    exhibition = panel.exhibition
    if exhibition.state == Exhibition.State.HELD:
        finish_scoring(exhibition, by=by)
    if not gaps and exhibition.state == Exhibition.State.SCORED:
        take_step(exhibition, "compare", by=by, state_since=by.school.now())
    for form in forms:
        log_outsider(form, panel, by=by)


def _joined(texts: list[str]) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())[:8000]


def log_outsider(form: Form, panel: Panel, *, by: Viewer) -> None:
    """From now on somebody from outside reads what the panel says of the student: write that down."""
    if form.part not in OUTSIDE:
        return
    exhibition = panel.exhibition
    what = _("What the panel said: %(what)s") % {"what": exhibition.label}
    disclose(
        exhibition.student, form.person.name, what, _("Sat on the panel"),
        consent=exhibition.student.person, basis=Basis.SHOWN, by=by,
    )  # fmt: skip
