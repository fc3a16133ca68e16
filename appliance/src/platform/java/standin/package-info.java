/**
 * The stand-in of an evaluation platform, for tests: a program of its own that shares no code with
 * the hall, only the dialect files that say how requests look. What a platform may be told it knows
 * from a contract file of its own ({@code ../contracts}), so that a mistake in a dialect is found.
 *
 * <p>It is strict: unknown fields, wrong codes, bad signatures, a clock that is off, ratings of
 * services it does not know, the same message twice, too many requests: each refused in the words of
 * the real one. And it can be ill ({@link standin.Faults}): slow, wrong, lying, cut off, gone.
 */
package standin;
