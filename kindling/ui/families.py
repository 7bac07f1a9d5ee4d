"""The pages of the styleguide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """One link of the navigation, as page.html wants it."""

    key: str
    label: str
    icon: str
    url: str
    count: int
    current: bool


@dataclass(frozen=True)
class Family:
    """One family of components: its template is ui/styleguide/<key>.html."""

    key: str
    label: str
    icon: str
    count: int = 0

    def as_item(self, current: Family, url: str) -> Item:
        return Item(self.key, self.label, self.icon, url, self.count, self is current)


FAMILIES = (
    Family("foundations", "Foundations", "palette"),
    Family("people", "People", "users", 2),
    Family("status", "Status", "activity"),
    Family("actions", "Actions", "mouse-pointer-click"),
    Family("content", "Content", "panel-top"),
    Family("forms", "Forms", "text-cursor-input"),
    Family("filters", "Filters", "list-filter"),
    Family("data", "Data", "chart-column"),
    Family("overlay", "Overlay", "layers"),
    Family("layouts", "Layouts", "layout-template"),
    Family("letter", "A letter", "mail-open"),
    Family("paper", "A sheet of paper", "printer"),
    Family("mail", "A mail", "mail"),
    Family("refusal", "A refusal", "ban"),
)
