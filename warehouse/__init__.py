"""The warehouse as the contract states it: tables, one select() a question, checks, and a demonstration."""
