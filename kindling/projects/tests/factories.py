"""Projects at every stage, made by the actions themselves."""

from __future__ import annotations

from datetime import date

from kindling.goals.actions import give_start
from kindling.goals.models import Rubric
from kindling.kit.editing import stamp_of
from kindling.placements.models import Placement, Pursuit
from kindling.projects import actions
from kindling.projects.actions import Said
from kindling.projects.models import Project
from kindling.projects.rules import LOOK_AT_PROJECT
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Seat
from tests.cast import Cast

TODAY = date(2026, 10, 13)  # a Tuesday
WORDS = {
    "question": "How do cats say that they are in pain?",
    "product": "A card with six faces for the front desk.",
    "benefit": "The front desk sees sooner which cat cannot wait.",
}


def jordans_placement(cast: Cast, *, starts_on: date = date(2026, 9, 22)) -> Placement:
    """Jordan at the shelter with Sam, Tuesdays and Thursdays."""
    seat = Seat.objects.filter(opportunity=cast.shelter).first()
    pursuit = Pursuit.objects.create(
        school=cast.school, student=cast.jordan, opportunity=cast.shelter, why="Cats.",
        state=Pursuit.State.LANDED, seat=seat,
    )  # fmt: skip
    made = Placement.objects.create(
        school=cast.school, pursuit=pursuit, student=cast.jordan, opportunity=cast.shelter,
        site=cast.shelter.site, mentor=cast.sam, starts_on=starts_on,
    )  # fmt: skip
    for weekday in (1, 3):
        made.planned_days.create(
            school=cast.school, weekday=weekday, starts_at="09:00", ends_at="14:00",
            since_on=starts_on,
        )  # fmt: skip
    return made


def begun(cast: Cast, **facts) -> Project:
    """Jordan's idea at the shelter."""
    usual = {"title": "What cats say", "placement": jordans_placement(cast)} if not facts else {}
    return actions.begin_project(cast.jordan, by=cast.as_("jordan"), **(usual | facts))


def write(project: Project, by: Viewer, **words: str) -> None:
    for field, text in words.items():
        was = Project.objects.values_list(field, flat=True).get(pk=project.pk)
        assert actions.write_proposal(project, field, text, base=stamp_of(was), by=by) is None


def written(cast: Cast, **facts) -> Project:
    project = begun(cast, **facts)
    write(project, cast.as_("jordan"), **WORDS)
    return project


def proposed(cast: Cast, **facts) -> Project:
    project = written(cast, **facts)
    actions.propose_project(project, by=cast.as_("jordan"))
    return project


def sams(cast: Cast, project: Project, bearer: Person | None = None) -> Viewer:
    """The viewer of the mentor's link."""
    one = bearer or cast.sam
    return Viewer(one, cast.school, frozenset(), LOOK_AT_PROJECT, frozenset([project.public_id]))


def approved(cast: Cast) -> Project:
    """Sam wrote a line and said yes, then Ana."""
    project = proposed(cast)
    actions.approve_project(
        project, seen=project.stamp, standard="Anybody at the desk can use it.",
        by=sams(cast, project),
    )  # fmt: skip
    actions.approve_project(project, seen=project.stamp, by=cast.as_("ana"))
    return project


def delivered(cast: Cast) -> Project:
    project = approved(cast)
    actions.deliver_project(project, to="The front desk", by=cast.as_("jordan"))
    return project


def rubric(cast: Cast) -> Rubric:
    """The six criteria that come with Kindling."""
    give_start(cast.school)
    return Rubric.objects.get(school=cast.school, use="project")


def levels(cast: Cast, position: int = 3) -> list[Said]:
    """Every criterion at one level."""
    found = rubric(cast)
    level = found.scale.levels.get(position=position)
    return [Said(criterion=one, level=level) for one in found.criteria.all()]


def lines(project: Project, met: str = "met") -> list[Said]:
    return [Said(standard=one, met=met) for one in project.standards.all()]
