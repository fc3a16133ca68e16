-- Offices outside of the hall, and what people said of them: no ticket, no window, nobody's name.
CREATE TABLE units (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    department VARCHAR NOT NULL,
    place VARCHAR NOT NULL
);
CREATE TABLE unit_ratings (
    id VARCHAR PRIMARY KEY,
    log_index BIGINT NOT NULL,
    unit VARCHAR NOT NULL,
    unit_name VARCHAR NOT NULL,
    department VARCHAR NOT NULL,
    rated_day DATE NOT NULL,
    rating_level INTEGER NOT NULL,
    reasons VARCHAR NOT NULL,
    comment_text VARCHAR,
    rated_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    excluded BOOLEAN DEFAULT FALSE NOT NULL
);
CREATE INDEX unit_ratings_in_order ON unit_ratings (log_index, id);
CREATE INDEX unit_ratings_of_day ON unit_ratings (rated_day, unit);

-- Who entered a rating for somebody: a kiosk or a manager. Empty when the person gave it by their own link.
ALTER TABLE ratings ADD COLUMN entered_by VARCHAR;
