"""Fifteen activities to find out who one is and what is out there. A school adds its own.

They ask nothing about money, faith, health or who somebody lives with: a student who wants to
tell such things may, and nobody is asked to.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Theme(models.TextChoices):
    """What an activity is about."""

    ME = "me", _("Who am I?")
    PEOPLE = "people", _("People and their work")
    PLACES = "places", _("Places around me")
    TRYING = "trying", _("Trying things")
    AHEAD = "ahead", _("Where to?")


@dataclass(frozen=True)
class BankActivity:
    """One activity of the bank; minutes are what most students take."""

    theme: Theme
    minutes: int
    title: Promise
    text: Promise
    wants_photo: bool = False


ME, PEOPLE, PLACES, TRYING, AHEAD = Theme

STANDARD: dict[str, BankActivity] = {
    "lost-time": BankActivity(
        ME, 20, _("Ten things you lose track of time with"),
        _("Write down ten things you do until somebody calls you. Small ones count. Mark the two "
          "you would do for nothing. What do these two have in common?"),
    ),
    "self-portrait": BankActivity(
        ME, 60, _("A picture of you without your face"),
        _("Make a picture that shows who you are, without your face: with things, colours, places, "
          "words. Take a photo of it. Then write three sentences: what is on it, and why."), True,
    ),
    "how-i-learn": BankActivity(
        ME, 30, _("How I learned something hard"),
        _("Think of something hard that you can do now. How did you learn it: alone, with somebody, "
          "by watching, by trying? What made you stay with it? What does that say about how you "
          "learn best?"),
    ),
    "asked-about-me": BankActivity(
        ME, 30, _("Three people about me"),
        _("Ask three people who know you: what am I good at that I do not notice? Write down their "
          "words, not yours. What surprised you?"),
    ),
    "good-day": BankActivity(
        ME, 20, _("A good day, hour by hour"),
        _("Take a day that went well. Write it down hour by hour. Where was your energy high, and "
          "what were you doing then?"),
    ),
    "classmate": BankActivity(
        PEOPLE, 30, _("Interview a classmate"),
        _("Ask somebody in your advisory what they would do all day if they could. Ask “why” three "
          "times. Write down what you heard, and let them read it before you hand it in."),
    ),
    "older-student": BankActivity(
        PEOPLE, 30, _("How an older student found their mentor"),
        _("Ask a student who has an internship: how did you find it? Whom did you call first? What "
          "went wrong? What would you do again?"),
    ),
    "people-map": BankActivity(
        PEOPLE, 45, _("A map of the people you know"),
        _("Draw yourself in the middle, and around you everybody you know who does something: "
          "neighbours, coaches, shops you go to. Write what they do. Take a photo. Circle three you "
          "would like to ask about their work."), True,
    ),
    "a-life": BankActivity(
        PEOPLE, 60, _("A life you admire"),
        _("Read about the life of a person you admire. What did they do at your age? Who helped "
          "them? Write half a page, and say where you read it."),
    ),
    "watch-work": BankActivity(
        PLACES, 60, _("Watch work for an hour"),
        _("Ask somebody whether you may watch them work for an hour: a cook, a bus driver, an aunt. "
          "Write what you saw, heard and smelled. What did they know that you did not?"),
    ),
    "one-street": BankActivity(
        PLACES, 60, _("Walk one street"),
        _("Walk one street from end to end. List every business, workshop, office and public place. "
          "Which two would you go into if you had to? Why these?"), True,
    ),
    "catalogue": BankActivity(
        PLACES, 30, _("Leaf through a catalogue"),
        _("Take a catalogue of a college, a trade school or a tool shop. Turn every page. Write down "
          "ten things you did not know one could learn or do. Star three."),
    ),
    "teach": BankActivity(
        TRYING, 45, _("Teach somebody something"),
        _("Teach somebody something you can do, in twenty minutes. Then ask: what was clear, what "
          "was not? Write what you would do differently."),
    ),
    "make-it": BankActivity(
        TRYING, 90, _("Make something small"),
        _("Make something that was not there before: a meal, a repair, a song, a chair for a cat. "
          "Take a photo. Write what was harder than you thought."), True,
    ),
    "ten-years": BankActivity(
        AHEAD, 30, _("A day in ten years"),
        _("Describe a day in ten years that you would like: where you wake up, what you do, with "
          "whom, what you are proud of in the evening. No job titles needed."),
    ),
    "three-doors": BankActivity(
        AHEAD, 30, _("Three doors"),
        _("Write down three quite different things you could do after school: a likely one, a daring "
          "one, and one nobody expects of you. For each: whom could you ask about it this month?"),
    ),
}  # fmt: skip
