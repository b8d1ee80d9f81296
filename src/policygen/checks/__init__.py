"""What a careful colleague would object to: rules on a whole project, one family a file.

`families` has all of them; `request` says what is asked of a check, and loads none.
"""
