from django.apps import AppConfig


class PanelsConfig(AppConfig):
    name = "kindling.panels"

    def ready(self) -> None:
        """Stand on the page of an exhibition, and begin when it is held (config.passes has the door)."""
        from kindling.exhibitions import along  # noqa: PLC0415 (models are ready only now)
        from kindling.panels.actions.beginning import follow_held  # noqa: PLC0415
        from kindling.panels.queries.section import section  # noqa: PLC0415

        along.register_held(follow_held)
        along.register_section(section)
