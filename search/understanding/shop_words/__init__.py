"""The shop's own words: counted behind the page, kept, and looked up."""
