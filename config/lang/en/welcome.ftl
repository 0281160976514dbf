# The first window.
