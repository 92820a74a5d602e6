"""Benchmarks, run by hand: pytest tests/benchmarks --benchmark-only."""
