"""What people see of the local host: landing, course, unit, activity. Studio is in `demo.studio`."""
