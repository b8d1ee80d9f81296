"""The name that the tests of this folder give to a file."""

NAME = "policy/policy.yaml"
