"""What a finding says to the people of the shop, in a sentence, and what accepting it does."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalog import attributes
from search.models import Finding

Kind = Finding.Kind


def sentence(finding: Finding) -> str:
    """Why it was found."""
    said = finding.said
    match finding.kind:
        case Kind.COLOR:
            return _("Says %(says)s and looks %(looks)s.") % said
        case Kind.PHOTO if said.get("looks"):
            return _("The photo looks like another thing: most like %(looks)s.") % said
        case Kind.PHOTO:
            return _("The photo looks like another thing than the text says.")
        case Kind.SHARED:
            return _("Another product has the same photo, and fits it better.")
        case Kind.DUPLICATE:
            return _("Photo, text and price are as near as those of one thing listed twice.")
        case Kind.ALT:
            return alt_sentence(said)
        case Kind.MISSING:
            return _("%(field)s is missing; most products like it say one.") % {
                "field": field_label(said["field"])
            }
        case _:
            return (
                _('The text says "%(words)s" and the photo shows what "%(rule)s" is about.') % said
            )


def alt_sentence(said: dict[str, str]) -> str:
    match said["reason"]:
        case "missing":
            return _("The photo has no alt text.")
        case "file":
            return _('The alt text is the name of a file: "%(alt)s".') % said
        case "title":
            return _("The alt text only repeats the title.")
        case _:
            return _('The alt text says nothing of what is seen: "%(alt)s".') % said


def label(finding: Finding) -> str:
    """What is asked for beside the value that accepting takes."""
    match finding.proposal["do"]:
        case "set_color":
            return _("Colour")
        case "set_title":
            return _("Title")
        case "set_alt":
            return _("Alt text")
        case "remove_photo":
            return _("Remove the photo; or move it to the product with the SKU")
        case "hide":
            return _("Hide from the shop")
        case _:
            return field_label(finding.proposal["field"])


def done(finding: Finding, value: str) -> str:
    """What was done, for the log of the product."""
    match finding.proposal["do"]:
        case "remove_photo" if value:
            return _("Audit: moved a photo to %(sku)s.") % {"sku": value}
        case "remove_photo":
            return _("Audit: removed a photo.")
        case "hide":
            return _("Audit: hid product %(pk)s.") % {"pk": value}
        case _:
            return _("Audit: %(label)s is now %(value)s.") % {
                "label": label(finding),
                "value": value,
            }


def field_label(field: str) -> str:
    if field == "category":
        return _("Category")
    attribute = attributes.table().get(field)
    return str(attribute.label) if attribute else field
