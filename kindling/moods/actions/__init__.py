"""The only writes about moods: promises, what students say, answers, the clock."""

from kindling.moods.actions.escalating import escalate_moods, mind_moods
from kindling.moods.actions.promising import (
    ask_promise,
    end_promise,
    give_promise,
    say_away,
)
from kindling.moods.actions.saying import answer_mood, open_mood, pass_mood, say_mood

__all__ = [
    "answer_mood",
    "ask_promise",
    "end_promise",
    "escalate_moods",
    "give_promise",
    "mind_moods",
    "open_mood",
    "pass_mood",
    "say_away",
    "say_mood",
]
