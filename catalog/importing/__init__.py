"""Import of a catalogue file: CSV, Excel or JSON lines, with pictures from a folder or a zip.

`run.import_catalog` is the way in. A row is read (`readers`), checked (`rows`), brought together
with the rows of the same product (`groups`), given its pictures (`sources`, `photos`) and
stored where it differs from what is there (`store`).
"""
