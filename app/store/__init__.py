"""An issue becomes a file on disk and back, atomically and with limits."""
