from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "kindling.outreach"

    def ready(self) -> None:
        """Stand on the pages of sites and mentors."""
        from kindling.outreach import along  # noqa: PLC0415 (models are ready only now)

        along.register()
