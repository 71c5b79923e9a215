"""What is told of an answer from its figures, as text in both languages; every format says it alike."""
