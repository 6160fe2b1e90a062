"""What a file holds, whatever it means: records of cells with names, one at a time.

`opening.contents` is the way in: it unpacks (`unpacking`), tells tables (`tables`, `workbooks`),
objects (`objects`) and elements (`markup`) apart, and gives their records. What the names mean
is for `catalog.importing.formats`.
"""
