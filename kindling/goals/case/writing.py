"""Write a version of a framework as a CASE 1.1 package, and its parts as CASE serves them.

What a package once said in fields that 1.1 knows is given back; everything else we write ourselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kindling.goals.case.levels import OURS
from kindling.goals.models import Association, Framework, Goal, Level, Progression

TEXTS = (
    "alternativeLabel", "listEnumeration", "abbreviatedStatement", "notes", "language",
    "statusStartDate", "statusEndDate",
)  # fmt: skip
LISTS = ("educationLevel", "subject", "conceptKeywords")
KINDS = (
    "isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy",
    "exemplar", "hasSkillLevel", "isTranslationOf",
)  # fmt: skip


@dataclass(frozen=True)
class Version:
    """A version with all that belongs to it; `base` is the address below which CASE is served."""

    framework: Framework
    goals: tuple[Goal, ...]
    links: tuple[Association, ...]
    levels: tuple[Level, ...]
    progressions: tuple[Progression, ...]
    base: str

    def uri(self, kind: str, identifier: str) -> str:
        return f"{self.base}{kind}/{identifier}"


def package_of(version: Version) -> dict[str, Any]:
    """The whole version. Valid by the JSON schema of CFPackage 1.1."""
    package: dict[str, Any] = {
        "CFDocument": _document(version),
        "CFItems": [_item(version, goal) for goal in version.goals],
        "CFAssociations": associations_of(version),
        "CFDefinitions": {"CFLicenses": list(_licences(version))},
    }
    if version.levels:
        package["CFRubrics"] = [_rubric(version)]
    return package


def document_of(version: Version) -> dict[str, Any]:
    """The document alone, with the address of its package."""
    identifier = version.framework.identifier
    package = _link(version.framework.title, identifier, version.uri("CFPackages", identifier))
    return {**_document(version), "CFPackageURI": package}


def item_of(version: Version, goal: Goal) -> dict[str, Any]:
    """One item, with the address of its document."""
    return {**_item(version, goal), "CFDocumentURI": _document_link(version)}


def associations_of(version: Version) -> list[dict[str, Any]]:
    """Where each goal stands in the tree, then every other association that still holds."""
    titles = {goal.identifier: str(goal) for goal in version.goals}
    hung = [_child(version, goal, titles) for goal in version.goals]
    others = (one for one in version.links if one.deprecated_at is None)
    return [*hung, *(_association(version, one, titles) for one in others)]


def _document(version: Version) -> dict[str, Any]:
    framework = version.framework
    found: dict[str, Any] = {
        "identifier": framework.identifier,
        "uri": framework.uri or version.uri("CFDocuments", framework.identifier),
        "frameworkType": "Learning goals",
        "caseVersion": "1.1",
        "creator": framework.creator or framework.school.name,
        "title": framework.title,
        "lastChangeDateTime": _moment(framework.published_at or framework.created_at),
        "language": framework.language,
        "version": str(framework.number),
        "adoptionStatus": "Implemented" if framework.state == "published" else "Deprecated",
    }
    if framework.text:
        found["notes"] = framework.text
    for licence in _licences(version):
        found["licenseURI"] = _link(licence["title"], licence["identifier"], licence["uri"])
    return found


def _item(version: Version, goal: Goal) -> dict[str, Any]:
    raw = _told(version, goal, "item")
    found: dict[str, Any] = {
        **{name: raw[name] for name in TEXTS if _is_text(raw.get(name))},
        **{name: raw[name] for name in LISTS if _are_texts(raw.get(name))},
        "identifier": goal.identifier,
        "uri": goal.uri or version.uri("CFItems", goal.identifier),
        "fullStatement": str(raw.get("fullStatement") or goal.title),
        "lastChangeDateTime": _moment(version.framework.published_at or goal.created_at),
    }
    if goal.code:
        found["humanCodingScheme"] = goal.code
    if goal.kind:
        found["CFItemType"] = goal.kind
    if goal.text and not raw:
        found["notes"] = goal.text
    if goal.question:
        found["extensions"] = {"question": goal.question}
    if goal.deprecated_at:
        found["statusEndDate"] = goal.deprecated_at.date().isoformat()
    return found


def _told(version: Version, goal: Goal, part: str) -> dict[str, Any]:
    """What the package said of it; a copy of our own says what we say."""
    if version.framework.source != Framework.Source.CASE:
        return {}
    found: dict[str, Any] = goal.case.get(part, {})
    return found


def _child(version: Version, goal: Goal, titles: dict[str, str]) -> dict[str, Any]:
    """A goal hangs below its parent, or below the document."""
    above = goal.parent.identifier if goal.parent else version.framework.identifier
    kept = _told(version, goal, "link").get("identifier")
    identifier = str(kept or _derived(version, f"{goal.identifier}<{above}"))
    parent = _document_link(version)
    if goal.parent:
        parent = _link(titles[above], above, goal.parent.uri or version.uri("CFItems", above))
    return {
        "identifier": identifier,
        "uri": version.uri("CFAssociations", identifier),
        "associationType": "isChildOf",
        "sequenceNumber": goal.order,
        "originNodeURI": _goal_link(version, goal),
        "destinationNodeURI": parent,
        "lastChangeDateTime": _moment(version.framework.published_at or goal.created_at),
    }


def _association(version: Version, one: Association, titles: dict[str, str]) -> dict[str, Any]:
    raw = one.case
    ends = {}
    for end, identifier in (("origin", one.origin), ("destination", one.destination)):
        told = raw.get(f"{end}NodeURI") or {}
        title = titles.get(identifier) or str(told.get("title") or identifier)
        uri = str(told.get("uri") or version.uri("CFItems", identifier))
        ends[f"{end}NodeURI"] = _link(title, identifier, uri)
    known = one.kind in KINDS or one.kind.startswith("ext:")
    return {
        "identifier": one.identifier,
        "uri": str(raw.get("uri") or version.uri("CFAssociations", one.identifier)),
        "associationType": one.kind if known else "isRelatedTo",
        **ends,
        "lastChangeDateTime": _moment(version.framework.published_at or one.created_at),
    }


def _rubric(version: Version) -> dict[str, Any]:
    """The scale, and what each level means for each goal, as a rubric with our extension."""
    framework, at = version.framework, _moment(version.framework.published_at)
    scale = framework.scale
    identifier = _derived(version, "scale")
    told: dict[int, list[Progression]] = {}
    for one in version.progressions:
        told.setdefault(one.goal_id, []).append(one)
    levels = [{"mark": x.mark, "label": x.label, "text": x.text} for x in version.levels]
    return {
        "identifier": identifier,
        "uri": version.uri("CFRubrics", identifier),
        "title": scale.name if scale else framework.title,
        "lastChangeDateTime": at,
        "CFRubricCriteria": [
            _criterion(version, goal, told[goal.pk], identifier, place)
            for place, goal in enumerate((g for g in version.goals if g.pk in told), 1)
        ],
        "extensions": {
            OURS: {"direction": scale.direction if scale else "up", "levels": levels},
        },
    }


def _criterion(
    version: Version, goal: Goal, told: Iterable[Progression], rubric: str, place: int
) -> dict[str, Any]:
    identifier, at = (
        _derived(version, f"{goal.identifier}?"),
        _moment(version.framework.published_at),
    )
    places = {level.pk: level for level in version.levels}
    steps = []
    for one in told:
        level = places[one.level_id]
        step = _derived(version, f"{goal.identifier}?{level.position}")
        steps.append({
            "identifier": step, "uri": version.uri("CFRubricCriterionLevels", step),
            "quality": str(level), "score": level.position, "feedback": one.text,
            "position": level.position, "rubricCriterionId": identifier, "lastChangeDateTime": at,
        })  # fmt: skip
    return {
        "identifier": identifier,
        "uri": version.uri("CFRubricCriteria", identifier),
        "category": str(goal),
        "CFItemURI": _goal_link(version, goal),
        "position": place,
        "rubricId": rubric,
        "lastChangeDateTime": at,
        "CFRubricCriterionLevels": steps,
    }


def _licences(version: Version) -> Iterable[dict[str, Any]]:
    framework = version.framework
    if framework.licence:
        identifier = _derived(version, "licence")
        yield {
            "identifier": identifier,
            "uri": version.uri("CFLicenses", identifier),
            "title": framework.licence.splitlines()[0][:200],
            "licenseText": framework.licence,
            "lastChangeDateTime": _moment(framework.published_at or framework.created_at),
        }


def _document_link(version: Version) -> dict[str, str]:
    framework = version.framework
    uri = framework.uri or version.uri("CFDocuments", framework.identifier)
    return _link(framework.title, framework.identifier, uri)


def _goal_link(version: Version, goal: Goal) -> dict[str, str]:
    uri = goal.uri or version.uri("CFItems", goal.identifier)
    return _link(str(goal), goal.identifier, uri)


def _link(title: str, identifier: str, uri: str) -> dict[str, str]:
    return {"title": title, "identifier": identifier, "uri": uri}


def _derived(version: Version, what: str) -> str:
    """The same identifier each time for what has none of its own."""
    return str(uuid5(NAMESPACE_URL, f"kindling:{version.framework.identifier}/{what}"))


def _moment(at: datetime | None) -> str:
    """As JSON Schema wants a date-time."""
    return (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
