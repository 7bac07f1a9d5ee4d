"""Templates that come with Kindling. A school changes the words; the bank stays what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from kindling.projects.models.templates import Kind


@dataclass(frozen=True)
class Standing:
    """One of the bank. Texts are lazy; steps are (what, days from the start)."""

    title: Any
    text: Any
    kind: Kind = Kind.INTERNSHIP
    question: Any = ""
    product: Any = ""
    benefit: Any = ""
    research: Any = ""
    steps: tuple[tuple[Any, int], ...] = ()


STANDARD: dict[str, Standing] = {
    "place": Standing(
        _("How this place works"),
        _(
            "Look at your site as a visitor from far away would. Who comes here, who works here, "
            "what do they say and do that nobody explains? A good first project."
        ),
        question=_("What would somebody have to know to belong here?"),
        product=_("A guide for the next intern: people, words, rules nobody wrote down, one map."),
        benefit=_("The next intern finds their way in a day and asks the site fewer questions."),
        research=_(
            "Watch one place in the building for an hour and write down what happens. Ask three "
            "people how they came here. Collect ten words that only people here use. Never write "
            "about a customer or patient by name."
        ),
        steps=(
            (_("An hour of watching, written down"), 7),
            (_("Three short talks with people who work here"), 14),
            (_("The map and the list of words"), 21),
            (_("First draft, read by my mentor"), 28),
            (_("The guide is finished and handed over"), 38),
        ),
    ),
    "path": Standing(
        _("The path of my mentor"),
        _(
            "An interview, written up as a portrait: how somebody came to this work, what they had "
            "to learn, and what they would do again."
        ),
        question=_("How does a person get from my age to this work?"),
        product=_("A portrait of two or three pages, with a photo if my mentor agrees."),
        benefit=_("My mentor reads it first. With their yes it hangs at the site and at school."),
        research=_(
            "Read about the work first. Prepare eight questions that cannot be answered with yes "
            "or no. Ask about a mistake, a person who helped, and what the work pays."
        ),
        steps=(
            (_("Eight questions, looked at by my advisor"), 5),
            (_("The interview"), 12),
            (_("First draft"), 19),
            (_("My mentor has read it and mended what is wrong"), 26),
            (_("The portrait is finished"), 33),
        ),
    ),
    "need": Standing(
        _("Something this place needs"),
        _(
            "Find a thing that people at your site work around every day. Make it better, and "
            "leave it behind in use."
        ),
        question=_("What slows people down here, and what would help?"),
        product=_("A tool, a sign, a form, a plan or a repair that is in use when I leave."),
        benefit=_("Name who uses it and what they save: time, money, a mistake, a worry."),
        research=_(
            "Count how often the problem happens in a week. Ask who has tried what before. See "
            "how two other places do it."
        ),
        steps=(
            (_("A list of five things people work around"), 7),
            (_("One chosen with my mentor, and counted for a week"), 16),
            (_("A first try, made of cardboard or on paper"), 26),
            (_("Tried by the people who would use it"), 36),
            (_("In use, with a page that says how to keep it going"), 50),
        ),
    ),
    "number": Standing(
        _("A number that matters"),
        _("Measure something your site wants to know, and show it so that people act on it."),
        question=_("What does this place not know about itself?"),
        product=_("One clear chart on one page, and a short talk about what it says."),
        benefit=_("The person who decides about it, and what they could do differently."),
        research=_(
            "Say what exactly is counted, when, and by whom. Count twice and compare. Find out "
            "what such a number is elsewhere."
        ),
        steps=(
            (_("What is counted and how, agreed with my mentor"), 7),
            (_("A week of trying it out"), 14),
            (_("All the counting is done"), 35),
            (_("The chart, shown to two people"), 42),
            (_("The talk at the site"), 49),
        ),
    ),
    "teach": Standing(
        _("Teach what I learned"),
        _(
            "You know something now that others at school do not. Teach it with your hands and theirs."
        ),
        question=_("How do people learn this fastest, and what do they get wrong first?"),
        product=_("A session of forty minutes for ten people, with a sheet they take home."),
        benefit=_("Ten people can do something they could not do before. Say what and who."),
        research=_("Ask your mentor how they were taught. Try the session with two friends first."),
        steps=(
            (_("What people will be able to do afterwards"), 5),
            (_("A try with two friends"), 14),
            (_("The session"), 24),
            (_("What I would change"), 28),
        ),
    ),
    "who": Standing(
        _("Who am I?"),
        _("For the first weeks at a new school: where you come from and what you care about."),
        kind=Kind.PASSION,
        question=_("What made me who I am, and where do I want to go?"),
        product=_(
            "Anything that tells it: a book, a film, a box of things, an evening with family."
        ),
        benefit=_("My advisory knows me, and my family hears what I found out."),
        research=_(
            "Talk with the oldest person in your family. Draw how you spend a day and a week. Ask "
            "three people what you are good at."
        ),
        steps=(
            (_("Three talks with people who know me"), 7),
            (_("What I will make, and for whom"), 12),
            (_("First draft, shown to one person I trust"), 20),
            (_("Shown to my advisory"), 28),
        ),
    ),
    "serve": Standing(
        _("Do something for others"),
        _("Find people who could use what you can do, and ask them first what they want."),
        kind=Kind.SERVICE,
        question=_("What do people here need, in their own words?"),
        product=_("Work that is done, and a page that tells others how to go on with it."),
        benefit=_("Name who is served. Ask them before and after."),
        research=_("Why is it needed? Who decides about it? What has been tried?"),
        steps=(
            (_("A talk with the people it is for"), 7),
            (_("What we do, agreed with them"), 14),
            (_("Half of the hours"), 30),
            (_("What they say about it"), 45),
        ),
    ),
}
