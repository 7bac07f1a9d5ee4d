from django.apps import AppConfig


class JudgementsConfig(AppConfig):
    name = "kindling.judgements"

    def ready(self) -> None:
        """Say which files rest on a judgement, and tell of judgements on the page of goals."""
        from kindling.evidence import rests  # noqa: PLC0415 (models are ready only now)
        from kindling.goals.along import tell_of_goals  # noqa: PLC0415
        from kindling.judgements.queries import lines_for, rests_on  # noqa: PLC0415

        rests.register(rests_on)
        tell_of_goals(lines_for)
