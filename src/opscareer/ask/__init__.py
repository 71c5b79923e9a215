"""Drivers of the interview: a full one for terminals, a plain one for any. The interview itself knows neither."""
