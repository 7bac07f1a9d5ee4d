"""Our frameworks are valid CASE 1.1, and come back as they went."""

import json
from pathlib import Path

import jsonschema_rs
import pytest

from kindling.goals.actions import bring_in, copy_framework, start_version
from kindling.goals.case.reading import read_package
from kindling.goals.case.writing import package_of
from kindling.goals.models import Framework, Goal
from kindling.goals.queries.exporting import version_of
from kindling.goals.tests.packages import as_file, large_package, package
from kindling.schools.viewer import Viewer

SCHEMAS = Path(__file__).with_name("schemas")
API = "/harbor-view/api/v1/case/"
BASE = "https://kindling.example.org/harbor-view/api/v1/case/"


def faults(found, name: str) -> list[str]:
    """What the schema minds, formats (uuid, date-time) too."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text())
    check = jsonschema_rs.validator_for(schema, validate_formats=True)
    return [f"{error.instance_path}: {error.message}" for error in check.iter_errors(found)][:5]


@pytest.fixture
def framework(cast):
    return Framework.objects.get(school=cast.school)


def exported(framework):
    return package_of(version_of(framework, BASE))


def test_the_schema_of_these_tests_finds_faults(framework):
    found = exported(framework)
    del found["CFItems"][0]["fullStatement"]
    found["CFDocument"]["identifier"] = "none"

    assert len(faults(found, "cfpackage")) == 2


def test_our_goals_are_valid_case(framework):
    found = exported(framework)

    assert faults(found, "cfpackage") == []
    assert len(found["CFItems"]) == 32
    assert {one["associationType"] for one in found["CFAssociations"]} == {"isChildOf"}
    assert len(found["CFRubrics"][0]["CFRubricCriteria"]) == 5
    assert found["CFDocument"]["caseVersion"] == "1.1"


def picture(framework):
    """Tree, words, levels and what they mean, without rows' own numbers."""
    goals = framework.goals.order_by("path")
    names = ("path", "identifier", "code", "kind", "title", "question", "text")
    scale = framework.scale
    levels = [(x.position, x.mark, x.label, x.text) for x in scale.levels.order_by("position")]
    means = [
        (goal.code, one.level.position, one.text)
        for goal in goals
        for one in goal.progressions.select_related("level").order_by("level__position")
    ]
    return [tuple(getattr(g, n) for n in names) for g in goals], scale.direction, levels, means


def test_there_and_back(framework, cast):
    sent = as_file(exported(framework))
    theirs = Viewer.system(cast.north)

    came, difference = bring_in(read_package(sent), by=theirs)

    assert picture(came) == picture(framework)
    assert (came.title, came.identifier, came.licence) == (
        framework.title, framework.identifier, framework.licence,
    )  # fmt: skip
    assert difference.new == 32
    assert bring_in(read_package(sent), by=theirs)[1].is_nothing
    assert faults(exported(came), "cfpackage") == []


def test_a_1_0_package_goes_out_as_1_1_with_its_own_identifiers(cast):
    came, _difference = bring_in(read_package(as_file(package())), by=cast.as_("chen"))

    found = exported(came)

    assert faults(found, "cfpackage") == []
    again, _all = bring_in(read_package(as_file(found)), by=Viewer.system(cast.north))
    assert [g.code for g in again.goals.order_by("path")] == [
        g.code for g in came.goals.order_by("path")
    ]
    sent = {one["identifier"] for one in found["CFAssociations"]}
    told = {one["identifier"] for one in package()["CFAssociations"]}
    assert told <= sent


def test_a_copy_says_what_it_says_now(cast):
    chen = cast.as_("chen")
    came, _difference = bring_in(read_package(as_file(package())), by=chen)
    ours = copy_framework(came, by=chen, title="Ours")
    ours.goals.filter(code="M.1").update(title="Said our way.")

    found = exported(ours)

    said = {item["humanCodingScheme"]: item["fullStatement"] for item in found["CFItems"]}
    assert said["M.1"] == "Said our way."
    assert faults(found, "cfpackage") == []


def test_the_api_serves_it_in_the_shape_of_case(client_of, cast, framework):
    client, goal = client_of("ana"), Goal.objects.get(school=cast.school, code="ER")

    documents = client.get(f"{API}CFDocuments/").json()
    assert faults(documents, "cfdocumentset") == []
    uri = documents["CFDocuments"][0]["CFPackageURI"]["uri"]
    assert uri.endswith(f"{API}CFPackages/{framework.identifier}")
    one = client.get(f"{API}CFDocuments/{framework.identifier}/").json()
    assert faults(one, "cfdocument") == []
    whole = client.get(f"{API}CFPackages/{framework.identifier}/").json()
    assert faults(whole, "cfpackage") == []
    item = client.get(f"{API}CFItems/{goal.identifier}/").json()
    assert faults(item, "cfitem") == []
    assert item["fullStatement"] == "Empirical Reasoning"
    around = client.get(f"{API}CFItemAssociations/{goal.identifier}/").json()
    assert faults(around, "cfassociationset") == []
    assert len(around["CFAssociations"]) == 6


def test_drafts_and_other_schools_are_not_served(client_of, cast, framework):
    draft = start_version(framework, by=cast.as_("dana"))
    made = Goal.objects.create(
        school=cast.school, framework=draft, title="New", order=9, path="0009"
    )
    theirs = Framework.objects.get(school=cast.north)
    client = client_of("dana")

    assert client.get(f"{API}CFItems/{made.identifier}/").status_code == 404
    assert client.get(f"{API}CFPackages/{theirs.identifier}/").status_code == 404
    assert client.get(f"{API}CFDocuments/").text.count('"version"') == 1


def test_a_package_is_handed_out_on_its_page(client_of, framework):
    answer = client_of("luis").get(f"/harbor-view/goals/frameworks/{framework.public_id}/case.json")

    assert faults(json.loads(answer.content), "cfpackage") == []
    assert answer["Content-Disposition"] == 'attachment; filename="learning-goals.json"'


def hung(framework):
    return [(goal.path, goal.identifier) for goal in framework.goals.order_by("path")]


def linked(framework):
    return set(framework.associations.values_list("identifier", "kind", "origin", "destination"))


def test_a_large_framework_there_and_back(cast):
    came, _difference = bring_in(read_package(as_file(large_package())), by=cast.as_("chen"))

    found = exported(came)

    assert faults(found, "cfpackage") == []
    again, _difference = bring_in(read_package(as_file(found)), by=Viewer.system(cast.north))
    assert hung(again) == hung(came)
    assert linked(again) == linked(came)
    assert again.goals.count() == 585
