"""What furniture and stamps are worded like: phrases of controls and labels, dates and clocks as pages show them."""
