"""Short ways to what the tests of moods begin with."""

from __future__ import annotations

from kindling.moods import actions


def promised(cast, name="ana", *, advisory=None, hours=8):
    row = actions.ask_promise(
        cast.person(name), advisory=advisory, reply_hours=hours, by=cast.as_("dana")
    )
    actions.give_promise(row, by=cast.as_(name))
    return row


def said(cast, name="luis", *, feeling=2, text="I cannot sleep."):
    return actions.say_mood(feeling=feeling, text=text, by=cast.as_(name))
