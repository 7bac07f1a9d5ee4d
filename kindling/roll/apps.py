from django.apps import AppConfig


class RollConfig(AppConfig):
    name = "kindling.roll"

    def ready(self) -> None:
        """Follow the internship days from the start."""
        from kindling.roll import following  # noqa: F401, PLC0415
