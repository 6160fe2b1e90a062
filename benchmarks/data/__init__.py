"""Catalogues and judgements made of data that is not ours to ship."""
