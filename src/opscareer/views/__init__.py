"""What is told: one frozen, typed record an answer, with names in it and no format."""
