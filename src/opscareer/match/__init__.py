"""Reading job ads: what position an ad is for, which skills it asks, in which words; and how often ads ask for what.

Pure functions from text and a knowledge base; every inference points at words of the ad.
"""
