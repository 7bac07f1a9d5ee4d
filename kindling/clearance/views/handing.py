"""Hand one item in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.clearance import actions, rules
from kindling.clearance.demands import RuleSet
from kindling.clearance.forms import HandInForm, works
from kindling.clearance.items import Item, On, Stage
from kindling.clearance.pairs import Pair
from kindling.clearance.queries import rules_of
from kindling.clearance.queries.gating import with_mentor
from kindling.clearance.queries.pages import asked_by, subject_of
from kindling.clearance.rules import Subject
from kindling.clearance.views.checklists import find_pair
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest
from kindling.sites.models import Opportunity, Site
from kindling.sites.rules import visible_opportunities, visible_sites


@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: ViewerRequest, student_id: str, place_id: str, item: str) -> HttpResponse:
    pair = with_mentor(find_pair(request, student_id, place_id), request.school.today())
    rule_set = rules_of(request.school)
    asked = find_item(rule_set, item)
    if asked.on == On.MENTOR and pair.mentor is None:
        raise Http404
    subject = asked_by(subject_of(asked.on, pair), pair)
    back = f"{url('clearance:pair', student_id, place_id)}?stage={pair.stage}"
    return answered(request, Wanted(asked, subject, pair.stage, rule_set, back, title(pair)))


@require_http_methods(["GET", "HEAD", "POST"])
def hand_in_at(
    request: ViewerRequest, hangs_on: str, public_id: str, item_key: str
) -> HttpResponse:
    """At a site, for a mentor, for a place: without a student in mind."""
    rule_set = rules_of(request.school)
    asked = find_item(rule_set, item_key)
    subject, site = find_subject(request, hangs_on, public_id)
    if asked.on != subject.on:
        raise Http404
    back = url("clearance:site", site.public_id)
    return answered(request, Wanted(asked, subject, Stage.INTERNSHIP, rule_set, back, site.name))


@dataclass(frozen=True)
class Wanted:
    """What is handed in, for which stage, and where one came from."""

    item: Item
    subject: Subject
    stage: str
    rule_set: RuleSet
    back: str
    eyebrow: str


def answered(request: ViewerRequest, wanted: Wanted) -> HttpResponse:
    """Show the form; keep what was sent and go back to where one came from."""
    item, rule_set = wanted.item, wanted.rule_set
    require(rules.may_hand_in(request.viewer, item, wanted.subject))
    suggests = {k: v for rule in rule_set.rules_for(item.key) for k, v in rule.suggests.items()}
    facts: dict[str, Any] = {"item": item, "hazards": rule_set.hazards, "suggests": suggests}
    form = HandInForm(sent(request), request.FILES or None, **facts)
    if request.method == "POST" and works(form, lambda: keep(request, form, wanted)):
        return go_to(request, wanted.back, _("Kept."))
    context = {
        "form": form, "item": item, "wanted": wanted,
        "reasons": rule_set.rules_for(item.key),
        "may_verify": rules.may_verify(request.viewer, item),
    }  # fmt: skip
    return page_or_422(request, "clearance/hand_in.html", context, bound=request.method == "POST")


def keep(request: ViewerRequest, form: HandInForm, wanted: Wanted) -> None:
    """Hand it in; whoever decides about it may say in the same breath that it is good."""
    act = actions.put_on_file if "verify" in request.POST else actions.hand_in
    act(form.item, wanted.subject, form.answers, stage=wanted.stage, by=request.viewer, **form.sent)


def title(pair: Pair) -> str:
    """Whom and where, above the form."""
    return f"{pair.student.name} · {pair.opportunity.title}"


def find_item(rule_set: RuleSet, key: str) -> Item:
    item = rule_set.items.get(key)
    if item is None:
        raise Http404
    return item


def find_subject(request: ViewerRequest, on: str, public_id: str) -> tuple[Subject, Site]:
    """404 for what one may not see, and for what no item hangs on."""
    viewer = request.viewer
    if on == On.SITE:
        site: Site = get_object_or_404(visible_sites(viewer), public_id=public_id)
        return Subject(On.SITE, site=site), site
    if on == On.PLACE:
        places = visible_opportunities(viewer).for_list()
        place: Opportunity = get_object_or_404(places, public_id=public_id)
        return Subject(On.PLACE, opportunity=place), place.site
    mentor = get_object_or_404(rules.visible_mentors(viewer), public_id=public_id)
    row = mentor.mentor_sites.select_related("site").order_by("-since_on").first()
    if on != On.MENTOR or row is None:
        raise Http404
    return Subject(On.MENTOR, mentor=mentor), row.site


@require_POST
def set_pay(request: ViewerRequest, public_id: str) -> HttpResponse:
    places = visible_opportunities(request.viewer).for_list()
    place: Opportunity = get_object_or_404(places, public_id=public_id)
    is_paid = request.POST.get("paid") == "yes"
    actions.set_pay(place, is_paid=is_paid, by=request.viewer)
    return redirect("clearance:site", place.site.public_id)
