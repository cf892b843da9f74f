"""The page: see, check and correct the record in a browser, on this computer."""
