### What stands on every page.

# The button in the head of each page.
common-sign-out = Sign out
