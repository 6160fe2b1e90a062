"""Who asks: keys of the API, in the header `Authorization: Bearer vitrine_…`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import (
    AuthenticationFailed,
    NotAuthenticated,
    PermissionDenied,
    Throttled,
)
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from search.admission.throttles import seconds_to_wait
from search.models.api_key import ApiKey, key_of

SCHEME = "Bearer"


class KeyAuthentication(BaseAuthentication):
    """A good key is `request.auth`; who sends none is nobody in particular, and may read."""

    def authenticate(self, request: Request) -> tuple[None, ApiKey] | None:
        if not (secret := secret_of(request)):
            return None
        if (key := key_of(secret)) is None:
            if wait := seconds_to_wait(request, "search"):
                raise Throttled(wait)
            raise AuthenticationFailed(_("This key is not known, or was revoked."))
        key.seen()
        return None, key

    def authenticate_header(self, request: Request) -> str:
        return SCHEME


def secret_of(request: Request | HttpRequest) -> str:
    """What stands behind “Bearer” in the header; "" where it is another scheme, or none."""
    scheme, _space, secret = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    return secret.strip() if scheme.lower() == SCHEME.lower() else ""


class MayWrite(BasePermission):
    """Only keys that were given the right to."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if not isinstance(request.auth, ApiKey):
            raise NotAuthenticated(
                _(
                    "Writing needs a key: “Authorization: Bearer KEY”. Keys are made in admin, "
                    "under API keys."
                )
            )
        if not request.auth.may_write:
            raise PermissionDenied(_("This key may only read; writing needs one made for it."))
        return True


class KeyScheme(OpenApiAuthenticationExtension):
    """What the schema says of it."""

    target_class = KeyAuthentication
    name = "key"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        return {"type": "http", "scheme": SCHEME.lower(), "description": "A key made in admin."}
