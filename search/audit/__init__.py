"""Audit: what is wrong in the catalogue, by words and photos together.

Detectors look at bounded pieces of the catalogue (`runs`) and leave findings; people decide about
them (`deciding`), and what they accept is put right through the catalogue's own models.
"""
