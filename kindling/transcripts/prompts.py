"""What a one-page transcript asks of its writer."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _


class Prompt(NamedTuple):
    """A heading as it is printed, and a hint for who writes."""

    heading: str
    hint: str


MOST_WORDS = 450  # one page


def prompts() -> dict[str, Prompt]:
    """Field of a draft → what it asks, in the language that is active."""
    return {
        "who": Prompt(_("Who I am as a learner"), _("Two or three sentences that sound like you.")),
        "learned": Prompt(
            _("What I have learned"), _("Look through your narratives. What stands in all of them?")
        ),
        "work": Prompt(
            _("Work in the real world"), _("Internships and projects. Who used what you made?")
        ),
        "proud": Prompt(_("What I am proud of"), _("One thing, and what somebody said about it.")),
        "ahead": Prompt(_("Where I am going"), _("What comes next, and why you are ready.")),
    }


def profile_prompts() -> dict[str, Prompt]:
    """Field of a school's profile → what it asks."""
    return {
        "about": Prompt(_("About the school"), _("How many students, where, since when.")),
        "learning": Prompt(
            _("How students learn here"), _("Advisories, plans of their own, internships.")
        ),
        "assessment": Prompt(
            _("How learning is judged"), _("Exhibitions, narratives, levels. What is not given.")
        ),
        "contact": Prompt(_("Whom to ask"), _("A name, a telephone number, an e-mail address.")),
    }
