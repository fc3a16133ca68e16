-- An appeal that was upheld leaves the rating out of satisfaction and rankings; it is never deleted, and stays sent.
ALTER TABLE ratings ADD COLUMN excluded BOOLEAN DEFAULT FALSE NOT NULL;
