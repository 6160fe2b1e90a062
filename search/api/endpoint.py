"""What every endpoint has in common: throttles, capped JSON, problems instead of error pages."""

from __future__ import annotations

import codecs
import json
import math
from collections.abc import Callable, Mapping
from typing import IO, Any, NoReturn

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError, UnsupportedMediaType
from rest_framework.parsers import BaseParser, FormParser, MultiPartParser
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from search.admission.throttles import KeyThrottle, PhotoThrottle, SearchThrottle
from search.api.keys import KeyAuthentication
from search.api.problems import answer

TEXT_ENCODINGS = {"utf-8", "ascii", "iso8859-1"}


def complaint(error: Exception) -> str:
    """What is wrong with JSON; of what only Python cannot read, in words that are not Python's."""
    if isinstance(error, RecursionError):
        return _("it is nested too deeply")
    if isinstance(error, UnicodeError):
        return _("it has something that is no character")
    if str(error).startswith("Exceeds the limit"):
        return _("a number has too many digits")
    return str(error)


class JsonParser(BaseParser):
    """JSON as RFC 8259 has it: UTF-8, no NaN. DRF's own reads bodies of any size."""

    media_type = "application/json"

    @property
    def limit(self) -> int:
        return int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Any = None
    ) -> dict[str, Any]:
        body = stream.read(self.limit + 1)
        if len(body) > self.limit:
            raise RequestDataTooBig
        try:
            content = json.loads(body, parse_constant=refuse, parse_float=finite)
            json.dumps(content, ensure_ascii=False).encode()  # half characters (\ud800) fail here
        except (ValueError, RecursionError) as error:
            said = _("This is not valid JSON: %(error)s.") % {"error": complaint(error)}
            raise ParseError(said) from error
        if not isinstance(content, dict):
            raise ParseError(_('The JSON has to be an object, such as {"q": "red boots"}.'))
        return content


def finite(number: str) -> float:
    """1e400 is JSON, and infinite to Python, which an attribute would then be called."""
    value = float(number)
    return value if math.isfinite(value) else refuse(number[:40])


def refuse(constant: str) -> NoReturn:
    raise ValueError(_("%(constant)s is not a JSON number") % {"constant": constant})


class Endpoint(APIView):
    """The base of all views of the API. Anyone may ask; nobody may ask too often."""

    authentication_classes = [KeyAuthentication]
    permission_classes = [AllowAny]
    renderer_classes = [JSONRenderer]
    parser_classes = [JsonParser, MultiPartParser, FormParser]
    throttle_classes = [KeyThrottle, SearchThrottle, PhotoThrottle]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        encoding = request._request.encoding or "utf-8"
        if codecs.lookup(encoding).name not in TEXT_ENCODINGS:
            raise UnsupportedMediaType(f"charset={encoding}")
        if request.content_type.startswith("multipart/") and not int(
            request.META.get("CONTENT_LENGTH") or 0
        ):
            raise ParseError(_("The upload did not arrive completely. Please send it again."))

    def get_exception_handler(self) -> Callable[[Exception, Mapping[str, Any]], Response]:
        return answer
