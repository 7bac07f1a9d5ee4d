from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "kindling.plans"

    def ready(self) -> None:
        """Follow the meetings about plans."""
        from kindling.meetings import along  # noqa: PLC0415 (models are ready only now)
        from kindling.plans.actions.meeting import follow_meeting  # noqa: PLC0415

        along.register(follow_meeting)
