"""Which days a mentor is asked about, and which count by their standing word. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kindling.attendance.models import Day, MentorChoice, Rhythm
from kindling.attendance.waiting import Spoken, unconfirmed, week_of

USUAL = timedelta(minutes=30)  # a difference from the plan that nobody needs to hear about
WAIT = timedelta(days=5)  # so long may a mentor object before their standing word counts
WORD_LASTS = timedelta(days=120)  # about a term; then the mentor is asked again, once a week


def rhythm_on(choice: MentorChoice | None, today: date) -> Rhythm:
    """Return how often a mentor is asked on a day. A standing word ends by itself."""
    if choice is None:
        return Rhythm.DAILY
    is_over = choice.word_on is not None and choice.word_on + WORD_LASTS < today
    return Rhythm.WEEKLY if is_over else Rhythm(choice.rhythm)


def differs(one: Spoken) -> bool:
    """Say whether a day wants the mentor's own word, also of one who asked for exceptions only.

    The student said nothing or half of it, came or left at another time than planned, was not
    seen at the place, or spent the day elsewhere.
    """
    day = one.day
    if day is None or day.student_in_at is None or day.student_out_at is None:
        return True
    is_elsewhere = day.mode != Day.Mode.ON_SITE or day.at_site == Day.AtSite.NO
    late = abs(one.starts - one.start_of_plan) > USUAL
    return is_elsewhere or late or abs(one.ends - one.end_of_plan) > USUAL


def days_to_ask(rows: list[Spoken], rhythm: str, now: datetime) -> list[Spoken]:
    """Return the days of one mentor that wait for their word and may be asked about now.

    rows: this week's to its end, and those before. After every day: a date is asked about when
    the last of the mentor's students has gone; once a week: after the week's last date.
    """
    waiting = unconfirmed(rows, now)
    if rhythm == Rhythm.WEEKLY:
        open_weeks = {week_of(one.on) for one in rows if one.end_of_plan > now}
        return [one for one in waiting if week_of(one.on) not in open_weeks]
    open_on: set[date] = {one.on for one in rows if one.end_of_plan > now}
    waiting = [one for one in waiting if one.on not in open_on]
    if rhythm == Rhythm.EXCEPTIONS:
        return [one for one in waiting if differs(one)]
    return waiting


def ripe_days(rows: list[Spoken], word_on: date, now: datetime) -> list[Spoken]:
    """Return the days that count by a standing word given on `word_on`: usual, and long enough ago.

    Days before the word was given are not in it.
    """
    return [
        one
        for one in unconfirmed(rows, now)
        if one.on >= word_on and not differs(one) and one.end_of_plan + WAIT <= now
    ]
