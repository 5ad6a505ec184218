"""What synthetic.py is made of: chance, reading of the data, sites with their habits, parts of pages, layout."""
