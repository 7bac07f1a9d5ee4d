"""Years and terms, as the office types them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.office.actions.years import TermPlan
from kindling.office.forms.school import WEEKDAYS
from kindling.office.queries import MOST_TERMS
from kindling.office.rules import OFFICE_HATS, visible_holders
from kindling.schools.models import Term
from kindling.schools.roles import STAFF
from kindling.schools.viewer import Viewer


class SpanForm(forms.Form):
    """A name and two days in the right order."""

    label = forms.CharField(label=_("Name"), max_length=60)
    starts_on = forms.DateField(label=_("First day"))
    ends_on = forms.DateField(label=_("Last day"))

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and last and last <= first:
            self.add_error("ends_on", _("The last day must come after the first day."))
        return self.cleaned_data


class TermForm(SpanForm):
    """One term of a year."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Term.Kind.choices)

    def plan(self) -> TermPlan:
        return TermPlan(**{name: self.cleaned_data[name] for name in TermPlan.__annotations__})


# A year is divided into terms; a mini-term is added between two of them.
DIVISIONS = [choice for choice in Term.Kind.choices if choice[0] != Term.Kind.MINI]


class KindForm(forms.Form):
    """How the year is divided; sent with GET, to have terms proposed."""

    kind = forms.ChoiceField(
        label=_("How is the year divided?"), choices=DIVISIONS, widget=forms.RadioSelect
    )
    starts_on = forms.DateField(label=_("First day of the school year"))
    ends_on = forms.DateField(label=_("Last day of the school year"))


class YearForm(SpanForm):
    """A school year with up to eight terms; rows without a name are left out."""

    label = forms.CharField(label=_("Name of the year"), max_length=60)
    starts_on = forms.DateField(label=_("First day of the school year"))
    ends_on = forms.DateField(label=_("Last day of the school year"))
    kind = forms.ChoiceField(choices=DIVISIONS, widget=forms.HiddenInput)

    def __init__(self, *args: Any, rows: int = MOST_TERMS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = range(min(rows, MOST_TERMS))
        for n in self.rows:
            number = {"number": n + 1}
            name = _("Term %(number)s: name") % number
            first, last = _("Term %(number)s: first day"), _("Term %(number)s: last day")
            self.fields[f"label_{n}"] = forms.CharField(label=name, max_length=60, required=False)
            self.fields[f"starts_on_{n}"] = forms.DateField(label=first % number, required=False)
            self.fields[f"ends_on_{n}"] = forms.DateField(label=last % number, required=False)

    def term_rows(self) -> list[list[forms.BoundField]]:
        """Return the fields of each term, for the page."""
        return [
            [self[f"{name}_{n}"] for name in ("label", "starts_on", "ends_on")] for n in self.rows
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        before = None
        for n in self.rows:
            label, first, last = (data.get(f"{x}_{n}") for x in ("label", "starts_on", "ends_on"))
            if not label:
                continue
            if first is None or last is None:
                self.add_error(f"starts_on_{n}", _("A term needs a first and a last day."))
            elif last <= first:
                self.add_error(f"ends_on_{n}", _("The last day must come after the first day."))
            elif before and first <= before:
                self.add_error(f"starts_on_{n}", _("This term starts before the one above ends."))
            elif first < data.get("starts_on", first) or last > data.get("ends_on", last):
                self.add_error(f"starts_on_{n}", _("This term lies outside the year."))
            before = last or before
        return data

    def answers(self) -> dict[str, Any]:
        """Return what add_year wants."""
        days = {name: self.cleaned_data[name] for name in ("label", "starts_on", "ends_on")}
        return {**days, "terms": self.plans()}

    def plans(self) -> list[TermPlan]:
        """Return the terms that were asked for."""
        data = self.cleaned_data
        return [
            TermPlan(data["kind"], data[f"label_{n}"], data[f"starts_on_{n}"], data[f"ends_on_{n}"])
            for n in self.rows
            if data.get(f"label_{n}")
        ]


class OpeningForm(forms.Form):
    """The second page of set-up where the roster brought the year: days out, and who coordinates."""

    internship_days = forms.MultipleChoiceField(
        label=_("Internship days"),
        choices=WEEKDAYS,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Students are out at their places on these days."),
        error_messages={"required": _("Choose at least one day.")},
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = visible_holders(viewer).filter(memberships__role__in=STAFF)
        self.fields["coordinator"] = forms.ModelChoiceField(
            people.distinct().order_by("sort_name"),
            label=_("Who coordinates internships?"),
            required=False,
            to_field_name="public_id",
            empty_label=_("Decide later"),
        )

    def answers(self) -> dict[str, Any]:
        """Return what finish_set_up wants."""
        data = self.cleaned_data
        days = ",".join(sorted(data["internship_days"]))
        out = {"internship_days": days, "coordinator": data["coordinator"]}
        return {"year": None, "terms": [], **out}


class FinishForm(OpeningForm, YearForm):
    """The second page of set-up for a school without a year."""

    def answers(self) -> dict[str, Any]:
        data = self.cleaned_data
        year = (data["label"], data["starts_on"], data["ends_on"])
        return {**super().answers(), "year": year, "terms": self.plans()}


class HatForm(forms.Form):
    """A hat for somebody, from one day on."""

    role = forms.ChoiceField(label=_("Role"))
    since_on = forms.DateField(label=_("From"))
    until_on = forms.DateField(
        label=_("Until"), required=False, help_text=_("The last day counts. Empty: no end.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = self.fields["role"]
        assert isinstance(role, forms.ChoiceField)  # noqa: S101  for the type checker
        role.choices = [(r.value, r.label) for r in OFFICE_HATS]

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("since_on"), self.cleaned_data.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day must not come before the first day."))
        return self.cleaned_data


class EndHatForm(forms.Form):
    """The last day on which a hat is worn."""

    until_on = forms.DateField(label=_("Last day"))
