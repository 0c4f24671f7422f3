"""An issue and its layout become an editable DOCX with the same lines and pages: named styles, locked lines, live contents."""
