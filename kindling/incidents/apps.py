from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "kindling.incidents"

    def ready(self) -> None:
        """Whom the school offers for a worry is offered for a private word about an end too."""
        from kindling.incidents.offers import people_offered  # noqa: PLC0415 (apps are ready now)
        from kindling.placements.trusted import offer_adults  # noqa: PLC0415

        offer_adults(people_offered)
