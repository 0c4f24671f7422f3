"""An issue and its faces become frames: pages of placed lines, each knowing its source."""
