"""Which requests are for the pages of those who run the shop."""

from django.http import HttpRequest


def is_for_admin(request: HttpRequest) -> bool:
    """Once the address has been looked up; before that nobody knows."""
    match = request.resolver_match
    return match is not None and "admin" in match.app_names
