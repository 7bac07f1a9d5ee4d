from kindling.narratives.actions.printing import ask_for_copy, begin_printing
from kindling.narratives.actions.reading import give_back, pass_on, submit_narrative, take_back
from kindling.narratives.actions.releasing import (
    acknowledge,
    begin_correction,
    drop_correction,
    plan_release,
    publish_correction,
    release_round,
)
from kindling.narratives.actions.rounds import (
    add_students,
    choose_translating,
    close_round,
    set_days,
    set_headings,
    start_round,
)
from kindling.narratives.actions.translating import ask_for_translation, check_translation
from kindling.narratives.actions.writing import (
    add_idea,
    cite,
    hand_in_words,
    mention_goals,
    remove_idea,
    take_words_back,
    write_part,
)

__all__ = [
    "acknowledge",
    "add_idea",
    "add_students",
    "ask_for_copy",
    "ask_for_translation",
    "begin_correction",
    "begin_printing",
    "check_translation",
    "choose_translating",
    "cite",
    "close_round",
    "drop_correction",
    "give_back",
    "hand_in_words",
    "mention_goals",
    "pass_on",
    "plan_release",
    "publish_correction",
    "release_round",
    "remove_idea",
    "set_days",
    "set_headings",
    "start_round",
    "submit_narrative",
    "take_back",
    "take_words_back",
    "write_part",
]
