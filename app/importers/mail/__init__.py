"""Mails become their words and their attachments."""
