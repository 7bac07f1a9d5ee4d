"""Judgements to draw from, and sittings in every state."""

from __future__ import annotations

from kindling.judgements.actions import accept_judgement, judge, set_sample
from kindling.judgements.models import Judgement
from kindling.judgements.tests.judging import level_of, proposed, said
from kindling.moderation.actions import draw_sitting, mark_sampled, open_sitting
from kindling.moderation.models import Sampled, Sitting
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import Cast, make_person


def judged(cast: Cast, who: str = "luis", code: str = "ER1", level: int = 3) -> Judgement:
    """Ana judged it, and it is agreed."""
    set_sample(0, by=cast.as_("dana"))
    one = proposed(cast, who, code)
    judge(one, said(one.goal, level, "Ana saw it herself."), by=cast.as_("ana"))
    accept_judgement(one, level_of(one.goal, level), by=cast.as_("ana"))
    return one


def another_advisor(cast: Cast, name: str = "Noor Haddad") -> Person:
    """Advises nobody of Tide."""
    return make_person(cast.school, name, Role.ADVISOR)


def drawn(cast: Cast, markers: list[Person], **facts) -> Sitting:
    """A sitting that Dana leads, of everything that was judged today."""
    today = cast.school.today()
    usual = {"since_on": today, "until_on": today, "percent": 100, "seed": "one"}
    return draw_sitting("Fall", markers=markers, by=cast.as_("dana"), **(usual | facts))


def as_(person: Person) -> Viewer:
    return Viewer.of_person(person)


def marked(sampled: Sampled, person: Person, level: int, comment: str = "It shows.") -> None:
    goal = sampled.judgement.goal
    mark_sampled(sampled, level_of(goal, level), comment=comment, by=as_(person))


def opened(cast: Cast, noor: Person, levels: dict[str, tuple[int, int]]) -> Sitting:
    """Code → the level Ana gave, and the one Noor gave blind; all marks are open."""
    for code, (first, _second) in levels.items():
        judged(cast, code=code, level=first)
    sitting = drawn(cast, [noor])
    for one in sitting.sampled.select_related("judgement__goal__framework__scale", "first"):
        marked(one, noor, levels[one.judgement.goal.code][1])
    open_sitting(sitting, by=cast.as_("dana"))
    return sitting
