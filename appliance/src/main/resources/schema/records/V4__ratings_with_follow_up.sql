-- A visit has a first rating and one follow-up beside it; named is whether the person left a way to be called back.
ALTER TABLE ratings ADD COLUMN rating_number INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE ratings ADD COLUMN named BOOLEAN DEFAULT FALSE NOT NULL;
DROP INDEX one_rating_per_visit;
CREATE UNIQUE INDEX one_rating_and_one_follow_up ON ratings (ticket, rating_number);
