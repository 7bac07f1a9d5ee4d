"""Leaving somebody in peace, a mentor who moves, and which value stays after a merge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Quiet, Site
from kindling.sites.queries.doubles import Choice


class QuietForm(forms.Form):
    """A rest has a last day; without one, nobody is contacted until somebody lifts it."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What holds"),
        choices=[
            (Quiet.Kind.REST.value, gettext_lazy("A rest: nobody new until a day")),
            (Quiet.Kind.NO_CONTACT.value, gettext_lazy("Do not contact: nobody new, no letters")),
        ],
        widget=forms.RadioSelect,
    )
    until_on = forms.DateField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Then we ask you again. Empty: until you lift it."),
        required=False,
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("Only staff read it."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def facts(self) -> dict[str, Any]:
        facts = self.cleaned_data
        kind = Quiet.Kind(facts["kind"])
        return {"kind": kind, "until_on": facts["until_on"], "reason": facts["reason"]}


class LiftForm(forms.Form):
    """Why it ends before its day."""

    reason = forms.CharField(
        label=gettext_lazy("Why is it lifted?"),
        help_text=gettext_lazy("It stays on record."),
        max_length=500,
    )


class SiteChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Sites told apart by who has them."""

    def label_from_instance(self, site: Any) -> str:
        own = site.organisation.name
        return site.name if site.name == own else f"{site.name} · {own}"


class MoveForm(forms.Form):
    """Where the mentor went: a site we know, or the name of a new one."""

    site = SiteChoice(
        label=gettext_lazy("Where they work now"),
        queryset=None,
        required=False,
        to_field_name="public_id",
        empty_label=gettext_lazy("A place we do not know yet"),
    )
    name = forms.CharField(
        label=gettext_lazy("Name of the new place"), max_length=200, required=False
    )
    title = forms.CharField(
        label=gettext_lazy("What they do there"), max_length=120, required=False
    )
    since_on = forms.DateField(label=gettext_lazy("First day there"))

    def __init__(self, *args: Any, viewer: Viewer, leaving: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sites = rules.visible_sites(viewer).exclude(pk=leaving.pk).order_by("name", "pk")
        self.fields["site"].queryset = sites  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not facts.get("site") and not facts.get("name") and "site" not in self.errors:
            self.add_error("name", _("Choose a site, or write the name of a new one."))
        return facts


class TakeForm(forms.Form):
    """Which value stays, of what the two say differently. Where one says nothing, the other's."""

    def __init__(self, *args: Any, choices: Iterable[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = list(choices)
        for choice in self.choices:
            if choice.is_open:
                self.fields[choice.name] = forms.ChoiceField(
                    label=choice.label,
                    choices=[("mine", choice.mine), ("other", choice.other)],
                    initial="mine",
                    widget=forms.RadioSelect,
                )

    def of_other(self) -> frozenset[str]:
        """Return the names of what is taken from the one that goes."""
        chosen = {name for name, value in self.cleaned_data.items() if value == "other"}
        return frozenset(chosen | {one.name for one in self.choices if one.takes_other})
