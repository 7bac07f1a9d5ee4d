"""Practise the first call."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.exploring import actions, rules
from kindling.exploring.forms.activities import RehearsalForm, ReplyForm
from kindling.exploring.models import Rehearsal
from kindling.exploring.views.interviews import find_place
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.schools.http import ViewerRequest


@require_POST
def begin(request: ViewerRequest) -> HttpResponse:
    """Begin with a call, a letter or a visit."""
    student = rules.own_student(request.viewer)
    kind = request.POST.get("kind", "")
    require(student is not None and kind in Rehearsal.Kind.values)
    assert student is not None  # noqa: S101 (require has said so)
    made = actions.begin_rehearsal(student, kind, find_place(request), by=request.viewer)
    return go_to(request, made, _("Write it in your own words."))


@require_http_methods(["GET", "HEAD", "POST"])
def rehearsal(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The script and the list; POST saves, or hands in."""
    one = get_object_or_404(rules.visible_rehearsals(request.viewer), public_id=public_id)
    form = RehearsalForm(sent(request), rehearsal=one)
    hand_in = request.POST.get("do") == "hand_in"
    if form.is_bound:
        require(rules.is_own(request.viewer, one.student))
        by = request.viewer
        if works(form, lambda: actions.write_rehearsal(one, hand_in=hand_in, by=by, **form.facts)):
            text = _("Handed in. Now practise it with your advisor.") if hand_in else _("Saved.")
            return go_to(request, one, text)
    return show(request, one, form, ReplyForm())


def show(
    request: ViewerRequest, one: Rehearsal, form: RehearsalForm, reply: ReplyForm
) -> HttpResponse:
    open_states = (Rehearsal.State.DRAFT, Rehearsal.State.RETURNED)
    context = {
        "one": one,
        "form": form,
        "reply_form": reply,
        "is_own": rules.is_own(request.viewer, one.student),
        "may_write": rules.is_own(request.viewer, one.student) and one.state in open_states,
        "guides": rules.guides(request.viewer, one.student),
        "said": [(part.label, one.lines.get(part.key, "")) for part in form.parts],
    }
    bound = form.is_bound or reply.is_bound
    return page_or_422(request, "exploring/rehearsal.html", context, bound=bound)


@require_POST
def mark(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ready, or what to work on."""
    one = get_object_or_404(rules.visible_rehearsals(request.viewer), public_id=public_id)
    require(rules.guides(request.viewer, one.student))
    form, by = ReplyForm(request.POST), request.viewer
    act = actions.return_rehearsal if request.POST.get("do") == "return" else actions.mark_ready
    if works(form, lambda: act(one, form.cleaned_data["reply"], by=by)):
        return go_to(request, "exploring:exploring", _("The student is told."))
    return show(request, one, RehearsalForm(rehearsal=one), form)
