"""What looks over every page: axe-core for those who read it otherwise, Lighthouse for the rest."""
