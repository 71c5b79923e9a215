"""What comes in from outside: answers, résumés, job ads and exported histories, each read in one file of this folder.

All are opened and decoded by `files`, which tells what is wrong with them by what they ought to be.
"""
