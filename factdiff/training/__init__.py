"""How `factdiff/pipeline/model` was made: imported by nothing else, left out of the wheel."""
