"""The only writes about what families bring, and what they are told."""

from kindling.concerns.actions.answering import (
    answer_concern,
    ask_to_talk,
    give_concern,
    say_it_helped,
    show_concern,
)
from kindling.concerns.actions.late import go_up_when_late
from kindling.concerns.actions.naming import name_person
from kindling.concerns.actions.raising import raise_concern
from kindling.concerns.actions.speaking import write_down
from kindling.concerns.actions.telling import read_telling, reply_to_telling, see_replies, tell_of
from kindling.concerns.actions.translating import translate_words, try_translations_again

__all__ = [
    "answer_concern", "ask_to_talk", "give_concern", "go_up_when_late", "name_person",
    "raise_concern", "read_telling", "reply_to_telling", "say_it_helped", "see_replies",
    "show_concern", "tell_of", "translate_words", "try_translations_again", "write_down",
]  # fmt: skip
