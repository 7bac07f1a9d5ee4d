"""What the commands of this app share: a school by its address, a link for its operator."""

from django.conf import settings

from kindling.accounts.actions import make_link
from kindling.accounts.models import User
from kindling.schools.models import School

A_DAY = 24 * 60  # minutes


def find_school(slug: str) -> School | None:
    """Return the school with this address; None when there is none."""
    return School.objects.filter(slug=slug).first()


def link_for(user: User, school: School) -> str:
    """Return an address that signs the user in once, and leads to the school."""
    token = make_link(user, minutes=A_DAY)
    onward = f"/{school.slug}/" if school.set_up_at else f"/{school.slug}/set-up/"
    return f"{settings.BASE_URL}/sign-in/link/{token}/?next={onward}"
