"""An issue or its frames become a file; these walkers decide nothing."""
