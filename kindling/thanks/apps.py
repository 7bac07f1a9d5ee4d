from django.apps import AppConfig


class ThanksConfig(AppConfig):
    name = "kindling.thanks"

    def ready(self) -> None:
        """Stand on the page of a mentor."""
        from kindling.thanks import along  # noqa: PLC0415 (models are ready only now)

        along.register()
