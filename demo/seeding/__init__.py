"""What `demo.seed` puts into an empty host: two courses and the beginnings of two people's projects."""
