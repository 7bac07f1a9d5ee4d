"""CASE packages small enough to read, and one as large as a consortium's."""

from __future__ import annotations

import json
from copy import deepcopy
from itertools import chain, pairwise
from typing import Any
from uuid import NAMESPACE_URL, uuid5

AT = "2026-09-01T12:00:00+00:00"


def uuid_of(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name))


def node(name: str) -> dict[str, str]:
    return {"title": name, "identifier": uuid_of(name), "uri": f"https://case.example.org/{name}"}


def item(name: str, **facts: Any) -> dict[str, Any]:
    return {
        "uri": f"https://case.example.org/ims/case/v1p0/CFItems/{uuid_of(name)}",
        "identifier": uuid_of(name),
        "lastChangeDateTime": AT,
        "CFDocumentURI": node("document"),
        "fullStatement": f"Statement of {name}.",
        "humanCodingScheme": name,
        "CFItemType": None,
        **facts,
    }


def link(origin: str, destination: str, kind: str = "isChildOf", **facts: Any) -> dict[str, Any]:
    return {
        "uri": "https://case.example.org/x",
        "identifier": uuid_of(f"{origin} {kind} {destination}"),
        "lastChangeDateTime": AT,
        "CFDocumentURI": node("document"),
        "originNodeURI": node(origin),
        "associationType": kind,
        "destinationNodeURI": node(destination),
        **facts,
    }


# Codes say one thing, associations another: M.2.9 stands below M.1.
PACKAGE = {
    "CFDocument": {
        "uri": "https://case.example.org/document",
        "identifier": uuid_of("document"),
        "lastChangeDateTime": AT,
        "CFPackageURI": node("document"),
        "title": "Maths of a state",
        "creator": "A state",
        "adoptionStatus": "Adopted",
        "somethingOfTheirs": {"kept": True},
    },
    "CFItems": [item("M.2.9"), item("M.1"), item("M.2"), item("M.1.10"), item("M.1.2"), item("X")],
    "CFAssociations": [
        link("M.1", "document", sequenceNumber="1"),
        link("M.2", "document", sequenceNumber=2),
        link("M.2.9", "M.1", sequenceNumber=1),
        link("M.1.10", "M.1"),
        link("M.1.2", "M.1"),
        link("M.1.2", "M.2", "isRelatedTo"),
        link("M.1.2", "M.2"),  # a second parent
        link("M.1.2", "M.2", "isRelatedTo"),  # twice
        link("M.2", "elsewhere", "exactMatchOf"),
    ],
    "CFDefinitions": {"CFLicenses": [], "CFItemTypes": []},
}


def package(**changes: Any) -> dict[str, Any]:
    """A copy of the package, with other parts."""
    return {**deepcopy(PACKAGE), **changes}


def as_file(found: Any) -> bytes:
    return json.dumps(found).encode()


# A framework of mathematics for the grades of a whole school has this size and shape: grades,
# claims, domains, targets, skills; most of its links lead out of it, and one comes twice.
DEPTHS = (23, 39, 161, 79, 283)
DOCUMENTED = 8  # of the topmost; nothing hangs the others anywhere
KINDS = ("Grade", "Claim", "Domain", "Target", "Measured Skill")


def large_package() -> dict[str, Any]:
    """585 items, the last first, and 3,368 associations, in the dialect of CASE 1.0."""
    rows = [[f"M.{depth}.{n}" for n in range(1, many + 1)] for depth, many in enumerate(DEPTHS)]
    names = [*chain.from_iterable(rows)]
    return package(
        CFItems=[_skill(name, n) for n, name in reversed([*enumerate(names)])],
        CFAssociations=[*_tree(rows), *_others(names)],
    )


def _skill(name: str, n: int) -> dict[str, Any]:
    kind = KINDS[int(name.split(".")[1])]
    return item(
        name,
        fullStatement=" ".join([f"Statement of {name}."] * (30 if n % 7 == 0 else 1)),
        CFItemType=kind,
        CFItemTypeURI=node(kind),
        educationLevel=["03", "04"],
        listEnumeration=str(n),
    )


def _tree(rows: list[list[str]]) -> list[dict[str, Any]]:
    """570 of them; what is deep tells its place by its code alone."""
    hung = [link(name, "document") for name in rows[0][:DOCUMENTED]]
    for above, below in pairwise(rows):
        hung += [link(name, above[n % len(above)]) for n, name in enumerate(below)]
    for n, one in enumerate(hung[:204]):
        one["sequenceNumber"] = n
    return hung


def _others(names: list[str]) -> list[dict[str, Any]]:
    inside = [*pairwise(names)]
    return [
        *(link(one, other, "isRelatedTo") for one, other in inside[:372]),
        link(*inside[0], "isRelatedTo"),  # twice
        *(link(names[n % 585], f"theirs.{n}", "isRelatedTo") for n in range(1087)),
        link("theirs", names[0], "isRelatedTo"),
        *(link(names[n % 585], f"theirs.{n}", "exactMatchOf") for n in range(914)),
        *(link(one, other, "precedes") for one, other in inside[:420]),
        *(link(f"theirs.{n}", names[n], "precedes") for n in range(3)),
    ]
