"""The only writes of exhibitions."""

from kindling.exhibitions.actions.holding import (
    agree_result,
    close_exhibition,
    compare_exhibition,
    finish_scoring,
    hold_exhibition,
    record_exhibition,
    redo_exhibition,
)
from kindling.exhibitions.actions.kinds import (
    bring_back_kind,
    choose_programme,
    end_kind,
    give_start,
    save_kind,
)
from kindling.exhibitions.actions.panel import (
    allow_guest,
    answer_invitation,
    give_lead,
    name_panelist,
    propose_guest,
    refuse_guest,
    settle_interpreter,
    take_off_panel,
)
from kindling.exhibitions.actions.planning import (
    describe_exhibition,
    plan_exhibition,
    write_exhibition,
)
from kindling.exhibitions.actions.preparing import (
    check_line,
    get_ready,
    plan_rehearsal,
    say_feedback,
    unready,
    write_changes,
)
from kindling.exhibitions.actions.scheduling import (
    call_off_exhibition,
    postpone_exhibition,
    schedule_exhibition,
)
from kindling.exhibitions.actions.showing import choose_material, drop_material, tick_material

__all__ = [
    "agree_result", "allow_guest", "answer_invitation", "bring_back_kind", "call_off_exhibition",
    "check_line", "choose_material", "choose_programme", "close_exhibition", "compare_exhibition",
    "describe_exhibition", "drop_material", "end_kind", "finish_scoring", "get_ready", "give_lead", "give_start",
    "hold_exhibition", "name_panelist", "plan_exhibition", "plan_rehearsal", "postpone_exhibition",
    "propose_guest", "record_exhibition", "redo_exhibition", "refuse_guest", "save_kind",
    "say_feedback", "schedule_exhibition", "settle_interpreter", "take_off_panel", "tick_material",
    "unready", "write_changes", "write_exhibition",
]  # fmt: skip
