"""The catalogue as a file: in our own columns, which an import takes back, or as a Google feed."""
