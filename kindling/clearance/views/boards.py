"""The board, and what hangs on a site."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kindling.clearance import actions, rules
from kindling.clearance.pairs import pairs_for
from kindling.clearance.queries import boards
from kindling.clearance.queries.sites import site_page
from kindling.kit.addresses import url
from kindling.kit.http import go_to, require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.sites.models import Site
from kindling.sites.rules import visible_sites


@require_safe
def board(request: ViewerRequest) -> HttpResponse:
    require(rules.may_see_board(request.viewer))
    shown, holder = request.GET.get("show", ""), request.GET.get("who", "")
    found = boards.board(request.viewer, shown, holder)
    page = page_of(request, found.chosen)
    context = {
        "board": found, "page": page, "labels": boards.filter_labels(),
        "rows": boards.board_rows(request.school, list(page.object_list), request.school.today()),
        "holders": boards.holder_labels(), "may_remind": rules.may_remind(request.viewer),
        "may_set": rules.may_set_rules(request.viewer), "query": f"show={found.shown}&who={holder}",
    }  # fmt: skip
    return render(request, "clearance/board.html", context)


@require_POST
def remind(request: ViewerRequest) -> HttpResponse:
    chosen = set(request.POST.getlist("pair"))
    require(rules.may_remind(request.viewer))
    pairs = [pair for pair in pairs_for(request.viewer) if pair.key in chosen]
    told = actions.remind(pairs, by=request.viewer)
    text = ngettext("%(num)s person reminded.", "%(num)s people reminded.", len(told))
    return go_to(request, url("clearance:board"), text % {"num": len(told)})


@require_safe
def site(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_see_site(request.viewer))
    found: Site = get_object_or_404(visible_sites(request.viewer), public_id=public_id)
    page = site_page(request.viewer, found, request.school.today())
    return render(request, "clearance/site.html", {"page": page})
