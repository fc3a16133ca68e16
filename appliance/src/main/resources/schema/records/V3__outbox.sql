-- What is due to the evaluation platform. A letter says what to send, not how: the fields are made when it is sent, from
-- the leg and the rating that it names, in the district's dialect.
CREATE TABLE outbox (
    letter VARCHAR PRIMARY KEY,
    log_index BIGINT NOT NULL,
    place INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    ticket VARCHAR NOT NULL,
    case_number VARCHAR NOT NULL,
    service_number INTEGER NOT NULL,
    rating VARCHAR,
    state VARCHAR NOT NULL,
    receipt VARCHAR,
    reason VARCHAR,
    settled_at TIMESTAMP(9) WITH TIME ZONE
);
CREATE INDEX outbox_by_state ON outbox (state, log_index, place);
CREATE INDEX outbox_of_ticket ON outbox (ticket, log_index, place);
CREATE INDEX outbox_in_order ON outbox (log_index, letter);

-- Fields that a person mended; they stand for the letter's own.
CREATE TABLE corrections (
    letter VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (letter, field)
);

-- For whom a visit's services were, sealed; erased some time after the platform has them.
CREATE TABLE applicants (
    ticket VARCHAR PRIMARY KEY,
    log_index BIGINT NOT NULL,
    named_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    applicant VARCHAR,
    phone VARCHAR
);
CREATE INDEX applicants_in_order ON applicants (log_index, ticket);
