"""What a page says when one of its products is opened."""

from django import forms


class ClickForm(forms.Form):
    search = forms.UUIDField()
    product = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    place = forms.IntegerField(min_value=1, max_value=1_000)
