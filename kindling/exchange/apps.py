from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "kindling.exchange"

    def ready(self) -> None:
        """Read the files that courses are handed."""
        from kindling.exchange import rosters_of_courses  # noqa: PLC0415 (apps are ready only now)

        rosters_of_courses.register()
