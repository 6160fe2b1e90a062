"""Import of a catalogue: an export of a shop system, a feed, a table or JSON, with its pictures.

`run.import_catalog` is the way in. A file is opened (`files`), its format recognised and its rows
brought under our columns (`readers`, `formats`), checked (`rows`), brought together with those of
the same product (`groups`), given their pictures (`sources`, `photos`) and stored where they differ
from what is there (`store`).
"""
