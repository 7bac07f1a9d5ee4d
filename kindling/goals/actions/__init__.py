"""All that changes goals, scales, rubrics, and students' own goals."""

from kindling.goals.actions.frameworks import (
    change_framework,
    copy_framework,
    discard_draft,
    make_framework,
    publish_framework,
    retire_framework,
    set_levels,
    start_version,
)
from kindling.goals.actions.goals import (
    add_goal,
    add_optional,
    change_goal,
    move_goal,
    remove_goal,
)
from kindling.goals.actions.importing import (
    apply_package,
    bring_in,
    discard_import,
    upload_package,
)
from kindling.goals.actions.own import add_own_goal, change_own_goal, move_own_goal
from kindling.goals.actions.rubrics import (
    change_rubric,
    discard_rubric,
    publish_rubric,
    put_criterion,
    remove_criterion,
    start_rubric,
)
from kindling.goals.actions.settings import set_advisors_edit
from kindling.goals.actions.starting import give_start

__all__ = [
    "add_goal",
    "add_optional",
    "add_own_goal",
    "apply_package",
    "bring_in",
    "change_framework",
    "change_goal",
    "change_own_goal",
    "change_rubric",
    "copy_framework",
    "discard_draft",
    "discard_import",
    "discard_rubric",
    "give_start",
    "make_framework",
    "move_goal",
    "move_own_goal",
    "publish_framework",
    "publish_rubric",
    "put_criterion",
    "remove_criterion",
    "remove_goal",
    "retire_framework",
    "set_advisors_edit",
    "set_levels",
    "start_rubric",
    "start_version",
    "upload_package",
]  # fmt: skip
