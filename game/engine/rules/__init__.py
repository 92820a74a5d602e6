"""The rules, one module a group of actions; each action has a check and a way it is carried out."""
