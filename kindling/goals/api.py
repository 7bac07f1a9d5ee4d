"""Frameworks in the shape of CASE 1.1 (1EdTech), for programs of districts and other schools."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from ninja import Router

from kindling.goals import rules
from kindling.goals.case.writing import (
    Version,
    associations_of,
    document_of,
    item_of,
    package_of,
)
from kindling.goals.models import Framework, Goal
from kindling.goals.queries.exporting import version_of
from kindling.kit.answers import reads
from kindling.schools.http import ViewerRequest

router = Router(tags=["case"])
MOST = 200


@router.get("/CFDocuments/", response=reads(dict[str, Any]))
def list_documents(request: ViewerRequest) -> dict[str, Any]:
    """The frameworks in use."""
    frameworks = rules.visible_frameworks(request.viewer).filter(state=Framework.State.PUBLISHED)
    base = base_of(request)
    listed = frameworks.select_related("school").order_by("title", "pk")[:MOST]
    return {"CFDocuments": [document_of(Version(f, (), (), (), (), base)) for f in listed]}


@router.get("/CFDocuments/{identifier}/", response=reads(dict[str, Any]))
def get_document(request: ViewerRequest, identifier: str) -> dict[str, Any]:
    """One framework without its goals."""
    return document_of(Version(find(request, identifier), (), (), (), (), base_of(request)))


@router.get("/CFPackages/{identifier}/", response=reads(dict[str, Any]))
def get_package(request: ViewerRequest, identifier: str) -> dict[str, Any]:
    """One framework with all its goals, its scale and its associations."""
    return package_of(version_of(find(request, identifier), base_of(request)))


@router.get("/CFItems/{identifier}/", response=reads(dict[str, Any]))
def get_item(request: ViewerRequest, identifier: str) -> dict[str, Any]:
    """One goal."""
    goal = find_item(request, identifier)
    return item_of(Version(goal.framework, (), (), (), (), base_of(request)), goal)


@router.get("/CFItemAssociations/{identifier}/", response=reads(dict[str, Any]))
def get_item_associations(request: ViewerRequest, identifier: str) -> dict[str, Any]:
    """One goal, and every association at either of whose ends it stands."""
    goal = find_item(request, identifier)
    version = version_of(goal.framework, base_of(request))
    ends = ("originNodeURI", "destinationNodeURI")
    found = [
        one
        for one in associations_of(version)
        if identifier in {one[end]["identifier"] for end in ends}
    ]
    return {"CFItem": item_of(version, goal), "CFAssociations": found}


def base_of(request: ViewerRequest) -> str:
    """The address of this router, absolute."""
    whole = request.build_absolute_uri()
    return whole[: whole.index("/case/") + len("/case/")]


def find(request: ViewerRequest, identifier: str) -> Framework:
    """The version in use, else the newest that was."""
    frameworks = rules.visible_frameworks(request.viewer).exclude(state=Framework.State.DRAFT)
    found = frameworks.filter(identifier=identifier).select_related("school", "scale")
    framework = found.order_by("-number").first()
    if framework is None:
        raise Http404
    return framework


def find_item(request: ViewerRequest, identifier: str) -> Goal:
    """The goal in the version in use, else in the newest."""
    goals = rules.visible_goals(request.viewer).exclude(framework__state=Framework.State.DRAFT)
    found = goals.filter(identifier=identifier).select_related("framework__school")
    return get_object_or_404(found.order_by("-framework__number")[:1])
