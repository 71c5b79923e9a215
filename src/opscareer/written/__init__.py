"""What people write in files, before anybody knows what it means: bytes within a limit, YAML with its places."""
