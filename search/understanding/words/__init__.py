"""Words of any shop, in the languages that shoppers write: forms, meanings, units, colours."""
