"""The typed, frozen model of a policy: facts, clauses and document control."""
