"""What is done in a talk: notes saved field by field, and that it happened."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kindling.kit.addresses import url
from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import Refused, go_to, require
from kindling.schools.http import ViewerRequest
from kindling.talks import actions, rules
from kindling.talks.forms import HoldForm
from kindling.talks.models import Talk
from kindling.talks.prompts import QUESTIONS
from kindling.talks.views.talks import find_student, find_talk, promise_forms, show_talk


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One note; both texts when somebody wrote there meanwhile."""
    found, edit = find_talk(request, public_id), Edit.sent(request, Talk.FIELDS)
    clash = actions.write_field(found, edit.field, edit.text, base=edit.base, by=request.viewer)
    label = str(QUESTIONS[edit.field].label)
    return answer_edit(request, edit, clash, label=label, to=found.get_absolute_url())


@require_POST
def between(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Between us: the family does not read this one."""
    found, edit = find_talk(request, public_id), Edit.sent(request, Talk.FIELDS)
    on = request.POST.get("on") == "1"
    actions.mark_between_us(found, edit.field, on=on, by=request.viewer)
    told = _("Between you two now.") if on else _("The family can read it now.")
    return go_to(request, found, told)


@require_POST
def hold(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It happened, and this was promised."""
    found, form = find_talk(request, public_id), HoldForm(request.POST)
    require(rules.may_hold(request.viewer, found))
    promises = promise_forms(request, found)
    if not all([form.is_valid(), *(one.is_valid() for one in promises)]):
        return show_talk(request, found, form, promises)
    said = [one.said for one in promises if one.said]
    actions.hold_talk(found, promises=said, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Held. It counts as your last talk."))


@require_POST
def promise(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One more thing that somebody will do."""
    found = find_talk(request, public_id)
    form = promise_forms(request, found)[0]
    if not form.is_valid() or form.said is None:
        raise Refused(_("Say what will be done, and choose today or a later day."))
    actions.promise(found, form.said, by=request.viewer)
    return go_to(request, found, _("Written down."))


@require_POST
def keep(request: ViewerRequest, public_id: str, promise_id: str) -> HttpResponse:
    """It is done."""
    student = find_student(request, public_id)
    made = get_object_or_404(
        rules.open_promises(request.viewer, [student.pk]), public_id=promise_id
    )
    actions.keep_promise(made, by=request.viewer)
    back = rules.visible_talks(request.viewer).filter(public_id=request.POST.get("talk", ""))
    to = back.first() or url("talks:with", public_id)
    return go_to(request, to, _("Done. Thank you."))


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Nothing is left to do."""
    found = find_talk(request, public_id)
    actions.close_talk(found, by=request.viewer)
    return go_to(request, found, _("Closed."))
