"""Who was asked and told, in short words for the tests."""

from __future__ import annotations

from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.purposes import viewer_of
from kindling.passes.tokens import token_of

ADVISOR, COORDINATOR, FAMILY, MENTOR = "advisor", "coordinator", "guardian", "mentor"


def turns(pursuit):
    return list(pursuit.approvals.order_by("pk").values_list("role", "state"))


def told():
    return list(Notice.objects.order_by("pk").values_list("kind", "person__name"))


def link_of(person):
    return Pass.objects.filter(bearer=person, purpose="approve_pursuits").latest("pk")


def door(person):
    return f"/p/{token_of(link_of(person))}/"


def by_link(person):
    return viewer_of(link_of(person))
