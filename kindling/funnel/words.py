"""What the stages, the reasons and the groups are called."""

from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from kindling.placements.models import EndedWhy, Pursuit

STAGE_WORDS = {
    "interest": _("Shared an interest"),
    "wish": _("Keeps a place in mind"),
    "asked": _("Asked for a place"),
    "tried": _("Called, wrote or went there"),
    "shadowed": _("Had a shadow day"),
    "started": _("Started an internship"),
    "finished": _("Finished one"),
}

GROUP_WORDS = {
    "grade": _("Grade"),
    "advisory": _("Advisory"),
    "language": _("Language at home"),
}

REASON_WORDS = {
    **{why.value: why.label for why in EndedWhy},
    "time": Pursuit.State.LAPSED.label,
}


def label_of(by: str, group: str) -> str:
    """The name of a group in the reader's language; a grade and an advisory have one."""
    if by == "language":
        return language_name(group)
    nobody = gettext("No advisory") if by == "advisory" else gettext("No grade")
    return group or nobody


def language_name(code: str) -> str:
    """The language of the home in the reader's own words."""
    try:
        return str(get_language_info(code)["name_translated"]).capitalize()
    except KeyError:
        return code or gettext("Unknown")
