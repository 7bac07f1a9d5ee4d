"""Behind a mentor's link: three short pages, kept as they are filled in, then handed in once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kindling.evaluations import actions, rules
from kindling.evaluations.forms import EndForm, RatingsForm
from kindling.evaluations.items import TEXTS
from kindling.evaluations.models import Evaluation
from kindling.evaluations.queries.page import draft_of, evaluation_page
from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import Refused, is_partial
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer

STEPS = ("ratings", "words", "end")


def evaluate_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Show a step; POST keeps it, or hands all of it in."""
    it = get_object_or_404(rules.visible_evaluations(viewer))
    if request.method != "POST":
        return show(request, it)
    try:
        return KEEP[asked_step(request)](request, it, viewer)
    except Refused as refused:
        messages.error(request, str(refused))
        it.refresh_from_db()
        return show(request, it, status=409)


def asked_step(request: PassRequest) -> str:
    step = request.GET.get("step", STEPS[0])
    if step not in STEPS:
        raise Http404
    return step


def keep_ratings(request: PassRequest, it: Evaluation, by: Viewer) -> HttpResponse:
    """The ten lines, as far as they are tapped; htmx sends them with each tap."""
    form = RatingsForm(request.POST)
    if not form.is_valid():
        raise Http404  # only pills of our own page are sent
    actions.write_answers(it, form.answers, form.before, by=by)
    if is_partial(request):
        return render(request, "evaluations/_kept.html", {"draft": draft_of(it)})
    return redirect(f"{request.door}?step=words")


def keep_words(request: PassRequest, it: Evaluation, by: Viewer) -> HttpResponse:
    """One of the texts."""
    edit = Edit.sent(request, TEXTS)
    clash = actions.write_text(it, edit.field, edit.text, base=edit.base, by=by)
    to = f"{request.door}?step=words"
    return answer_edit(request, edit, clash, label=str(TEXTS[edit.field]), to=to)


def keep_end(request: PassRequest, it: Evaluation, by: Viewer) -> HttpResponse:
    """The last page: keep it for later, or hand in."""
    form = EndForm(request.POST, it=it)
    if not form.is_valid():
        return show(request, it, status=422, form=form)
    actions.write_answers(it, form.answers, form.before, by=by)
    if "later" in request.POST:
        messages.success(request, _("Kept. Open your link again when you like, on any device."))
        return redirect(f"{request.door}?step=end")
    try:
        actions.submit_evaluation(it, by=by)
    except ValidationError as wrong:
        for sentence in wrong.messages:
            form.add_error(None, sentence)
        return show(request, it, status=422, form=form)
    messages.success(request, _("Thank you. It is handed in."))
    return redirect(request.door)


KEEP = {"ratings": keep_ratings, "words": keep_words, "end": keep_end}


def show(
    request: PassRequest, it: Evaluation, *, status: int = 200, form: Form | None = None
) -> HttpResponse:
    """The step that is asked for; what was handed in, once it is."""
    context: dict[str, Any] = {"it": it, "first": it.student.first}
    if it.is_done:
        context["page"] = evaluation_page(request.viewer, it)
        return render(request, "evaluations/handed_in.html", context, status=status)
    form = form or EndForm(it=it)
    form.fields["host_again"].required = True  # as it is drawn: half an answer may still be kept
    context |= {"draft": draft_of(it), "form": form, "step": asked_step(request)}
    return render(request, "evaluations/door.html", context, status=status)
