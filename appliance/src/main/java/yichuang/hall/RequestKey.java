package yichuang.hall;

/**
 * What makes a retry the same request: the caller's {@code Idempotency-Key}, in the scope of its
 * credential.
 *
 * @param hash first 16 hexadecimal digits of the request's SHA-256: another body under the same key
 *     is refused
 */
public record RequestKey(TokenId scope, String key, String hash) {}
