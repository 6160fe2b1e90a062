"""Decoding pictures of strangers in a process of its own, behind `catalog.pictures`."""
