-- What follows a negative rating or a complaint, one row each under the id of what it is about; due_at and the *_by are ends
-- of working days. No name and no number of a person is here.
CREATE TABLE rectifications (
    id VARCHAR PRIMARY KEY,
    log_index BIGINT NOT NULL,
    about VARCHAR NOT NULL,
    ticket VARCHAR,
    opened_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    state VARCHAR NOT NULL,
    step VARCHAR NOT NULL,
    due_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    verify_by TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    contact_by TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    fix_by TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    reply_by TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    follow_up_by TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    complex BOOLEAN NOT NULL,
    named BOOLEAN NOT NULL,
    escalated BOOLEAN NOT NULL,
    excluded BOOLEAN NOT NULL,
    closed_at TIMESTAMP(9) WITH TIME ZONE
);
CREATE INDEX rectifications_by_state ON rectifications (state, due_at, id);
CREATE INDEX rectifications_of_ticket ON rectifications (ticket);
CREATE INDEX rectifications_in_order ON rectifications (log_index, id);

-- What was done about them, in its order. Of the texts the trail has the hash.
CREATE TABLE rectification_steps (
    log_index BIGINT NOT NULL,
    place INTEGER NOT NULL,
    rectification VARCHAR NOT NULL,
    done_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    by_token VARCHAR NOT NULL,
    act VARCHAR NOT NULL,
    result VARCHAR,
    said VARCHAR,
    rating_level INTEGER,
    until_at TIMESTAMP(9) WITH TIME ZONE,
    PRIMARY KEY (log_index, place)
);
CREATE INDEX steps_of_rectification ON rectification_steps (rectification, log_index, place);
