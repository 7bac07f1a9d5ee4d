"""Asking to end early, the word for one adult, and the talk."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import page_or_422, require
from kindling.kit.paging import page_of
from kindling.passes.purposes import PassRequest
from kindling.placements import actions, forms, rules
from kindling.placements.forms import works
from kindling.placements.models import Placement, PrivateWord
from kindling.placements.trusted import adults_for
from kindling.placements.views.pages import find_placement, placement_done, show_placement
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def request_end(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ask to end it; GET shows the long form, with a word for one adult."""
    placement = find_placement(request, public_id)
    require(rules.may_request_end(request.viewer, placement))
    if request.method == "POST" and "private" not in request.POST:
        return short_form(request, placement)
    sent = request.method == "POST"
    form = end_form(request, placement)
    if sent and works(form, lambda: ask(request, placement, form)):
        messages.success(request, _("Asked. Your advisor talks with you next."))
        return redirect(placement)
    context = {"form": form, "placement": placement}
    return page_or_422(request, "placements/ask_to_end.html", context, bound=sent)


def short_form(request: ViewerRequest, placement: Placement) -> HttpResponse:
    """Only the reason for the record."""
    form = forms.ReasonForm(request.POST, auto_id="request_end_%s")
    if not form.is_valid():
        return show_placement(request, placement, request_end_form=form)
    actions.request_end(placement, form.cleaned_data["reason"], by=request.viewer)
    return placement_done(request, placement, _("Asked. Your advisor talks with you next."))


def end_form(request: ViewerRequest | PassRequest, placement: Placement) -> forms.AskToEndForm:
    said = request.POST if request.method == "POST" else None
    return forms.AskToEndForm(said, adults=adults_for(request.viewer, placement))


def ask(
    request: ViewerRequest | PassRequest, placement: Placement, form: forms.AskToEndForm
) -> None:
    said = form.cleaned_data
    actions.request_end_privately(
        placement, said["reason"], private=said["private"], adult=form.chosen, by=request.viewer
    )


def request_end_by_link(request: PassRequest, placement: Placement) -> HttpResponse:
    """The mentor's long form, behind their link."""
    if not rules.may_request_end(request.viewer, placement):
        raise Http404
    form = end_form(request, placement)
    if request.method == "POST" and works(form, lambda: ask(request, placement, form)):
        messages.success(request, _("Thank you. The school will talk with you and the student."))
        return redirect(request.door)
    context = {"form": form, "placement": placement}
    status = 422 if form.is_bound else 200
    return render(request, "placements/ask_to_end_link.html", context, status=status)


@require_safe
def private_words(request: ViewerRequest) -> HttpResponse:
    """What was written to me alone."""
    require(request.viewer.is_staff and not request.viewer.purpose)
    page = page_of(request, rules.visible_private_words(request.viewer))
    return render(request, "placements/private_words.html", {"page": page})


@require_safe
def private_word(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One of them; that it was opened is kept."""
    words = rules.visible_private_words(request.viewer)
    word: PrivateWord = get_object_or_404(words, public_id=public_id)
    actions.open_private_word(word, by=request.viewer)
    context = {"word": word, "readings": rules.readings_of(word)[:50]}
    return render(request, "placements/private_word.html", context)


@require_POST
def note_talk(request: ViewerRequest, public_id: str) -> HttpResponse:
    placement = find_placement(request, public_id)
    require(rules.may_note_talk(request.viewer, placement))
    form = forms.TalkForm(request.POST, auto_id="talk_%s")

    def act() -> None:
        actions.note_talk(placement, **form.cleaned_data, by=request.viewer)

    if not works(form, act):
        return show_placement(request, placement, talk_form=form)
    return placement_done(request, placement, _("Noted."))
