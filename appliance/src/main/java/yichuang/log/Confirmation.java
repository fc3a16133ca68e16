package yichuang.log;

/** What a leader asks its majority to be sure that it leads; it changes nothing and is not kept. */
enum Confirmation {
    ASKED
}
