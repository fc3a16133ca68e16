package yichuang.hall.codec;

/** How one kind of value is written and read. */
interface Form {
    void write(Object value, Output out);

    Object read(Input in, int version);
}
