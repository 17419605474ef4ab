"""`python -m demo migrate` and the other commands of Django, with the local host's settings."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "demo.settings")
execute_from_command_line(["demo", *sys.argv[1:]])
