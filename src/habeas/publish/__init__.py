"""What leaves: case files, formats, and the policy that says what may."""
