from django.apps import AppConfig


class PassesConfig(AppConfig):
    name = "kindling.passes"

    def ready(self) -> None:
        """Be asked again before a letter with a link leaves."""
        from kindling.notices.still import check_before  # noqa: PLC0415
        from kindling.passes.still import still_opens  # noqa: PLC0415 (models are ready only now)

        check_before(still_opens)
