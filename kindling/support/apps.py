from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "kindling.support"

    def ready(self) -> None:
        """Show on the mentor's page what a family lets be known."""
        from kindling.support import travelling  # noqa: PLC0415 (models are ready only now)

        travelling.register()
