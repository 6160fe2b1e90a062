"""A shop of django-oscar, as its documentation makes one, with Vitrine installed beside it."""
