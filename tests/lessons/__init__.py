"""Does every shipped case play well? ``python -m tests.lessons [CASE…]``.

Each case is checked and played by groups with and without noise, by groups that leave a practice
out, and by groups that try a trick, with 4, 6 and 8 seats. Printed are tables of what each of
these wins, and how far apart the cases are; ``--json`` prints the same numbers for other tools.
"""
