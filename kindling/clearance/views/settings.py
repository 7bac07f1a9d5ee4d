"""What the school asks for."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.clearance import actions, rules
from kindling.clearance.forms import OwnRuleForm, PacksForm, works
from kindling.clearance.items import ITEMS
from kindling.clearance.models import OwnRule
from kindling.clearance.queries import rules_of
from kindling.clearance.queries.settings import rules_page
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def school_rules(request: ViewerRequest) -> HttpResponse:
    require(rules.may_set_rules(request.viewer))
    page = rules_page(request.viewer)
    choices = [(line.pack.id, str(line.pack.told)) for line in page.packs]
    form = PacksForm(sent(request), choices=choices)

    def act() -> None:
        actions.choose_packs(form.cleaned_data["packs"], by=request.viewer)

    if request.method == "POST" and works(form, act):
        return go_to(request, url("clearance:rules"), _("Saved. It holds from now on."))
    context = {"page": page, "form": form}
    return page_or_422(request, "clearance/rules.html", context, bound=request.method == "POST")


@require_http_methods(["GET", "HEAD", "POST"])
def own_rule(request: ViewerRequest, item: str = "") -> HttpResponse:
    require(rules.may_set_rules(request.viewer))
    rule_set = rules_of(request.school)
    if item and item not in rule_set.items:
        raise Http404
    own = next((one for one in rule_set.own if one.item == item), None)
    form = OwnRuleForm(sent(request), known=item in ITEMS, initial=started(own, rule_set, item))

    def act() -> None:
        actions.keep_own_rule(item, by=request.viewer, **form.cleaned_data)

    if request.method == "POST" and works(form, act):
        return go_to(request, url("clearance:rules"), _("Saved. It holds from now on."))
    context = {
        "form": form, "own": own, "item": rule_set.items.get(item),
        "reasons": rule_set.rules_for(item),
    }  # fmt: skip
    return page_or_422(request, "clearance/own_rule.html", context, bound=request.method == "POST")


def started(own: OwnRule | None, rule_set: Any, item: str) -> dict[str, Any]:
    """What the form begins with: the own rule, else what the packs ask."""
    if own is not None:
        paid = {True: "yes", False: "no", None: ""}[own.paid]
        return {name: getattr(own, name) for name in actions.FIELDS} | {"paid": paid}
    found = rule_set.rules_for(item)
    months = min((rule.months for rule in found if rule.months), default=None)
    stages = sorted({stage for rule in found for stage in rule.stages}) or ["internship"]
    return {"stages": stages, "months": months, "blocks": True}


@require_POST
def drop_rule(request: ViewerRequest, item: str) -> HttpResponse:
    require(rules.may_set_rules(request.viewer))
    own = get_object_or_404(rules.own_rules(request.school), item=item)
    actions.drop_own_rule(own, by=request.viewer)
    return go_to(request, url("clearance:rules"), _("Done. The packs hold again."))
