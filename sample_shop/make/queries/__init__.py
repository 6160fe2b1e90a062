"""What shoppers ask for, in their own words."""
