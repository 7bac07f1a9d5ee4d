"""A framework, a goal, a rubric, for the addresses that name one."""

from kindling.goals.actions import add_own_goal, upload_package
from kindling.goals.models import Framework, Goal, Rubric
from kindling.goals.tests.packages import as_file, package


def add(maker) -> None:
    """Things of Harbor View; what it began with."""
    school, luis = maker.cast.school, maker.cast.luis
    rubric = Rubric.objects.get(school=school, use="project")
    framework = Framework.objects.get(school=school, source="shipped")
    maker.ids |= {
        "api/v1/case/": framework.identifier,
        "api/v1/case/CFItem": framework.goals.first().identifier,
        "goals/frameworks/": Framework.objects.get(school=school).public_id,
        "goals/goal/": Goal.objects.filter(framework__school=school, code="ER1").get().public_id,
        "goals/rubrics/": rubric.public_id,
        "goals/own/": add_own_goal(luis, by=maker.cast.as_("luis"), words="Swim").public_id,
        "<slug:step>": "reach",
        "<slug:verb>": "retire",
        "<slug:way>": "up",
        "<slug:criterion_id>": rubric.criteria.get(order=1).public_id,
        "goals/for/": luis.public_id,
        "goals/imports/": upload_package(
            by=maker.cast.as_("chen"), file_name="m.json", content=as_file(package())
        ).public_id,
    }
