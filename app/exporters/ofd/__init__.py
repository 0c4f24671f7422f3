"""A layout becomes an OFD file (GB/T 33190-2016), painted from the same frames as the PDF."""
