"""The questions of a cover sheet and of an item, and what an advisor would ask next.

Written for Kindling. Nothing here is checked: an empty answer is an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Question:
    """`ask` for the student; `family` for the family, about them; `coach`: what helps to begin."""

    key: str
    label: Any
    ask: Any
    coach: Any = ""
    family: Any = ""
    rows: int = 4


COVER = {
    one.key: one
    for one in (
        Question(
            "who",
            _("Who I am"),
            _("Who are you, when nobody gives you a task?"),
            _("People, places, languages, things you do for hours. Whatever you want us to know."),
            _("Who is %(name)s at home?"),
        ),
        Question(
            "vision",
            _("Vision"),
            _("What would a good life look like, ten years from now?"),
            _("Where do you wake up? Who is there? What do your hands do all day?"),
            _("What good life do you wish for %(name)s, ten years from now?"),
        ),
        Question(
            "life_goals",
            _("Life goals"),
            _("What do you want to reach, for yourself?"),
            _("After school, for your family, for others. Big or small."),
            _("What should %(name)s reach, as you see it?"),
        ),
        Question(
            "strengths",
            _("Strengths"),
            _("What are you good at? What do people ask you for?"),
            _("Think of a day that went well. What did you do?"),
            _("What is %(name)s good at? What do you count on %(name)s for?"),
        ),
        Question(
            "needs",
            _("Needs"),
            _("What do you need from us so that it works?"),
            _("What gets in your way? What helped before?"),
            _("What does %(name)s need from school so that it works?"),
        ),
    )
}

ITEM = {
    one.key: one
    for one in (
        Question(
            "experience",
            _("What I will do"),
            _("What will you do?"),
            _("Name the thing itself: a project, a class, a job at your place, a trip, a book."),
            rows=2,
        ),
        Question(
            "objectives",
            _("What I want to learn"),
            _("What do you want to know or be able to do at the end?"),
            _("Begin with a verb: explain, build, compare, measure, lead."),
        ),
        Question(
            "question",
            _("My question"),
            _("Which question drives you here?"),
            _("One you cannot look up in a minute, and whose answer somebody waits for."),
            rows=2,
        ),
        Question(
            "product",
            _("What there will be"),
            _("What will be there at the end that was not there before?"),
            _("Who could use it? How will you know that it is good?"),
        ),
        Question(
            "resources",
            _("Who and what helps"),
            _("Who and what do you need?"),
            _("People to ask, places, tools, money, time. Who knows more about it than we do?"),
        ),
        Question(
            "on_the_way",
            _("What I show on the way"),
            _("What will you show your advisor before it is done?"),
            _("A first draft, notes, a photo, a number. And by when?"),
        ),
        Question(
            "at_exhibition",
            _("What I show at the exhibition"),
            _("What will people see, hear or try at your exhibition?"),
            _("What would convince somebody who does not believe you?"),
        ),
    )
}

FOCUS = Question(
    "focus",
    _("This term"),
    _("What is this term about, for you?"),
    _("Two or three sentences. What matters most, and what will be different in the end?"),
)

BACK = {
    one.key: one
    for one in (
        Question(
            "learned",
            _("What I learned"),
            _("What do you know or can you do now that you could not before?"),
            _("About the work, and about yourself. Where did it not go to plan?"),
        ),
        Question("proud_of", _("What I am proud of"), _("What are you proud of?"), rows=3),
        Question(
            "next_time", _("What comes next"), _("What will you do another way next term?"), rows=3
        ),
    )
}
