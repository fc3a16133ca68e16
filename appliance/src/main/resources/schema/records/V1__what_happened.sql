-- The projection of the log. progress says up to which entry; it is written in the same transaction as the rows.
CREATE TABLE progress (
    only_row BOOLEAN PRIMARY KEY CHECK (only_row),
    log_index BIGINT NOT NULL
);
INSERT INTO progress VALUES (TRUE, 0);

-- Names as last configured; every ticket row keeps the names of its own time.
CREATE TABLE hall (
    only_row BOOLEAN PRIMARY KEY CHECK (only_row),
    hall VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    time_zone VARCHAR NOT NULL
);
CREATE TABLE items (code VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, department VARCHAR NOT NULL, zone VARCHAR NOT NULL);
CREATE TABLE windows (id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, zone VARCHAR NOT NULL);
CREATE TABLE staff (id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL);

CREATE TABLE days (
    business_day DATE PRIMARY KEY,
    opened_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    closed_at TIMESTAMP(9) WITH TIME ZONE
);

CREATE TABLE tickets (
    id VARCHAR PRIMARY KEY,
    number VARCHAR NOT NULL,
    series VARCHAR NOT NULL,
    sequence_number INTEGER NOT NULL,
    business_day DATE NOT NULL,
    taken_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    taken_by VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    standing VARCHAR NOT NULL,
    priority_group VARCHAR,
    people INTEGER NOT NULL,
    theme VARCHAR,
    leg_order VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    ahead INTEGER NOT NULL,
    told_p50_seconds BIGINT,
    told_p90_seconds BIGINT,
    printed VARCHAR,
    return_code VARCHAR,
    missed_calls INTEGER NOT NULL
);
CREATE INDEX tickets_of_day ON tickets (business_day);

CREATE TABLE legs (
    ticket VARCHAR NOT NULL,
    leg INTEGER NOT NULL,
    business_day DATE NOT NULL,
    item VARCHAR NOT NULL,
    item_name VARCHAR NOT NULL,
    true_item VARCHAR,
    true_item_name VARCHAR,
    department VARCHAR NOT NULL,
    zone VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    since TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    queued_at TIMESTAMP(9) WITH TIME ZONE,
    first_called_at TIMESTAMP(9) WITH TIME ZONE,
    called_at TIMESTAMP(9) WITH TIME ZONE,
    calls INTEGER NOT NULL,
    serving_at TIMESTAMP(9) WITH TIME ZONE,
    ended_at TIMESTAMP(9) WITH TIME ZONE,
    window_id VARCHAR,
    staff_id VARCHAR,
    staff_name VARCHAR,
    outcome VARCHAR,
    outcome_details VARCHAR,
    listed BOOLEAN NOT NULL,
    case_number VARCHAR,
    service_number INTEGER,
    note VARCHAR,
    why_policy VARCHAR,
    why_reason VARCHAR,
    why_waited_seconds BIGINT,
    why_points BIGINT,
    why_passed INTEGER,
    PRIMARY KEY (ticket, leg)
);
CREATE INDEX legs_of_day ON legs (business_day);
CREATE INDEX legs_of_case ON legs (case_number);

CREATE TABLE ratings (
    id VARCHAR PRIMARY KEY,
    log_index BIGINT NOT NULL,
    ticket VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    business_day DATE NOT NULL,
    rating_level INTEGER NOT NULL,
    channel VARCHAR NOT NULL,
    reasons VARCHAR NOT NULL,
    comment_text VARCHAR,
    rated_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    window_id VARCHAR NOT NULL,
    staff_id VARCHAR,
    items VARCHAR
);
CREATE UNIQUE INDEX one_rating_per_visit ON ratings (ticket);
CREATE INDEX ratings_of_day ON ratings (business_day);

CREATE TABLE complaints (
    id VARCHAR PRIMARY KEY,
    log_index BIGINT NOT NULL,
    made_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    channel VARCHAR NOT NULL,
    complaint VARCHAR NOT NULL,
    ticket VARCHAR
);

CREATE TABLE help (
    id VARCHAR PRIMARY KEY,
    log_index BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    asked_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    place VARCHAR NOT NULL,
    ticket VARCHAR,
    note VARCHAR,
    answered_at TIMESTAMP(9) WITH TIME ZONE,
    answered_by VARCHAR,
    lapsed_at TIMESTAMP(9) WITH TIME ZONE
);

-- A leg's place in its ticket can change; the entry that opened the duty does not.
CREATE TABLE duties (
    log_index BIGINT PRIMARY KEY,
    ticket VARCHAR NOT NULL,
    leg INTEGER NOT NULL,
    number VARCHAR NOT NULL,
    window_id VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    asked_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    answer_by TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    answered_at TIMESTAMP(9) WITH TIME ZONE,
    answer VARCHAR
);
CREATE INDEX duties_of_ticket ON duties (ticket);

CREATE TABLE window_states (
    window_id VARCHAR NOT NULL,
    log_index BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    staff_id VARCHAR,
    since TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    until TIMESTAMP(9) WITH TIME ZONE,
    PRIMARY KEY (window_id, log_index)
);

-- Append-only. hash covers the row and the hash before it.
CREATE TABLE trail (
    log_index BIGINT PRIMARY KEY,
    happened_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    by_token VARCHAR NOT NULL,
    act VARCHAR NOT NULL,
    window_id VARCHAR,
    ticket VARCHAR,
    details VARCHAR NOT NULL,
    hash_before VARCHAR NOT NULL,
    hash VARCHAR NOT NULL
);
