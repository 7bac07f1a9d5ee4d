"""Two checklists to begin with: between the second and third year, and graduation."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.gateways.models import Checklist, Line

Kind = Line.Kind


@dataclass(frozen=True)
class Given:
    """A line: kind, how much, and a title and a hint where the kind's own does not do."""

    kind: str
    amount: int = 1
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class Template:
    """A checklist as it is offered."""

    kind: str
    title: str
    text: str
    lines: tuple[Given, ...]


def templates() -> dict[str, Template]:
    """Key → what is offered, in the reader's language."""
    return {"gateway": _gateway(), "graduation": _graduation(), "empty": _empty()}


def _gateway() -> Template:
    return Template(
        Checklist.Kind.GATEWAY,
        _("Into the third year"),
        _("You show that you are ready to lead more of your learning yourself."),
        (
            Given(Kind.EXHIBITIONS, 4),
            Given(Kind.HOURS, 150),
            Given(Kind.PLANS, 4),
            Given(Kind.GOALS, 5),
            Given(Kind.SERVICE, 10),
            Given(Kind.CHAPTERS, 3),
            Given(
                Kind.OWN, 1, _("A letter about how you have changed"),
                _("To yourself on your first day. Keep it as evidence, then show it here."),
            ),
        ),
    )  # fmt: skip


def _graduation() -> Template:
    return Template(
        Checklist.Kind.GRADUATION,
        _("Graduation"),
        _("What you have done in these years, and where you go from here."),
        (
            Given(Kind.THESIS),
            Given(Kind.CHAPTERS, 10),
            Given(Kind.HOURS, 600),
            Given(Kind.EXHIBITIONS, 10),
            Given(Kind.SERVICE, 40),
            Given(Kind.COURSES),
            Given(Kind.TESTS, 2),
            Given(Kind.AFTER),
        ),
    )


def _empty() -> Template:
    title = _("A checklist of our own")
    return Template(Checklist.Kind.GATEWAY, title, "", (Given(Kind.EXHIBITIONS),))
