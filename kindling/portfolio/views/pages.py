"""A student makes a page: for whom, with which pieces, in which order."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.evidence.queries import pickable
from kindling.evidence.rules import own_student
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.portfolio import actions, rules
from kindling.portfolio.forms import AddForm, PageForm, PieceForm, ShareForm
from kindling.portfolio.models import ShowPage
from kindling.portfolio.queries import preview_of, shares_of
from kindling.schools.http import ViewerRequest


@require_safe
def portfolio(request: ViewerRequest) -> HttpResponse:
    """Pages one sees: the student's own, or those of one's students."""
    viewer = request.viewer
    context: dict[str, Any] = {"page": page_of(request, rules.visible_pages(viewer))}
    context |= {"own": own_student(viewer), "may_see_links": rules.may_see_links(viewer)}
    context["folder"] = rules.visible_folders(viewer).first()
    return render(request, "portfolio/portfolio.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ViewerRequest) -> HttpResponse:
    student = own_student(request.viewer)
    require(student is not None and rules.may_make(request.viewer, student))
    form = PageForm(sent(request))
    if student and form.is_bound and form.is_valid():
        made = actions.make_page(student, **form.cleaned_data, by=request.viewer)
        return go_to(request, made, _("Now choose what to show."))
    return page_or_422(request, "portfolio/new.html", {"form": form}, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The page with its pieces and its links; POST changes its words."""
    found = find(request, public_id)
    form = PageForm(sent(request), initial=vars(found))
    if form.is_bound and form.is_valid():
        actions.change_page(found, **form.cleaned_data, by=request.viewer)
        return go_to(request, found, _("Saved."))
    pieces = [
        (one, PieceForm(initial={"words": one.words}, auto_id=f"id_{one.public_id}_%s"))
        for one in rules.pieces_of(found)
    ]
    context: dict[str, Any] = {"one": found, "form": form, "pieces": pieces}
    context |= {"shares": shares_of(request.viewer, found), "share_form": ShareForm()}
    context["may_make"] = rules.may_make(request.viewer, found.student)
    context["shows_names"] = rules.shows_names(found.student)
    return page_or_422(request, "portfolio/page.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Pieces to put on the page, the newest first."""
    found = find(request, public_id)
    require(rules.may_make(request.viewer, found.student))
    form = AddForm(sent(request), viewer=request.viewer, student=found.student)
    if form.is_bound and form.is_valid():
        actions.add_pieces(found, form.cleaned_data["pieces"], by=request.viewer)
        return go_to(request, found, _("They are on the page."))
    there = set(rules.pieces_of(found).values_list("evidence", flat=True))
    rows = page_of(request, pickable(request.viewer, found.student), 24)
    context = {"one": found, "page": rows, "there": there, "form": form}
    return page_or_422(request, "portfolio/choose.html", context, bound=form.is_bound)


@require_POST
def piece(request: ViewerRequest, public_id: str) -> HttpResponse:
    """do=save writes its words, up and down move it, off takes it off the page."""
    found = get_object_or_404(rules.visible_pieces(request.viewer), public_id=public_id)
    do = request.POST.get("do", "save")
    if do in {"up", "down"}:
        actions.move_piece(found, up=do == "up", by=request.viewer)
    elif do == "off":
        actions.take_piece_off(found, by=request.viewer)
    else:
        form = PieceForm(request.POST)
        if form.is_valid():
            actions.change_piece(found, form.cleaned_data["words"], by=request.viewer)
    return go_to(request, found.page, _("Saved."))


@require_safe
def present(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The page as slides, from within the school."""
    found = find(request, public_id)
    context = {"shown": preview_of(request.viewer, found), "back": found.get_absolute_url()}
    return render(request, "portfolio/shown.html", context)


@require_POST
def put_away(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.put_page_away(found, by=request.viewer)
    return go_to(request, "portfolio:portfolio", _("Put away. Its links show nothing any more."))


def find(request: ViewerRequest, public_id: str) -> ShowPage:
    """404 for what the viewer may not see."""
    return get_object_or_404(rules.visible_pages(request.viewer), public_id=public_id)
