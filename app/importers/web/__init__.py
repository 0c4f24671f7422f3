"""Web pages, saved or copied, become what is in them."""
