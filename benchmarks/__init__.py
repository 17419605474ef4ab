"""How long things take here, as ratios against a peer that runs side by side. Printed, never asserted."""
