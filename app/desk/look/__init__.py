"""A seen document becomes a template in which every value says how it was come by."""
