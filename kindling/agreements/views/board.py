"""The board, the list of all agreements, and reminders for many at once."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kindling.agreements import actions, rules
from kindling.agreements.queries.board import agreement_list, board_pairs, board_rows, list_rows
from kindling.kit.http import go_to, require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_safe
def board(request: ViewerRequest) -> HttpResponse:
    """For each student at a place: what is missing, and whose move it is."""
    require(rules.may_see_board(request.viewer))
    show = request.GET.get("show", "missing")
    pairs = board_pairs(request.viewer, show)
    if pairs is None:
        return redirect("agreements:all")
    page = page_of(request, pairs)
    context = {
        "page": page,
        "rows": board_rows(list(page.object_list), request.viewer),
        "show": show,
        "may_keep": rules.may_keep(request.viewer),
    }
    return render(request, "agreements/board.html", context)


@require_safe
def all_agreements(request: ViewerRequest) -> HttpResponse:
    """Everything that is or was signed; families and students find theirs here."""
    show = request.GET.get("show", "")
    about = {key: request.GET[key] for key in ("student", "site") if request.GET.get(key)}
    page = page_of(request, agreement_list(request.viewer, show, **about))
    context = {
        "page": page,
        "rows": list_rows(list(page.object_list)),
        "show": show,
        "about": about,
        "may_keep": rules.may_keep(request.viewer),
        "sees_board": rules.may_see_board(request.viewer),
    }
    return render(request, "agreements/all.html", context)


@require_POST
def remind(request: ViewerRequest) -> HttpResponse:
    """Write to everybody who still has to sign what was ticked."""
    count = actions.remind_signers(request.POST.getlist("agreement"), by=request.viewer)
    if not count:
        return go_to(
            request,
            "agreements:board",
            _("Nobody was written to: they all heard from you in the last days."),
        )
    sentence = ngettext("%(n)s letter is on its way.", "%(n)s letters are on their way.", count)
    return go_to(request, "agreements:board", sentence % {"n": count})
