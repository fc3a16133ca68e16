/**
 * The stored form of commands, receipts and states: records as bytes, by one rule for all of them.
 *
 * <p>{@link yichuang.hall.codec.Codec} writes a record as its components in their order. A member
 * of a sealed family is preceded by its {@link yichuang.hall.codec.Tag}; a component that came
 * later says {@link yichuang.hall.codec.Since}. Golden files keep every version readable.
 */
package yichuang.hall.codec;
