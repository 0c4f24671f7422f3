"""A document becomes findings: what is wrong, doubtful or worth a look, where, why, and, where there is just one, the fix."""
