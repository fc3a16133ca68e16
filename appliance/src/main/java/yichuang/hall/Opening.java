package yichuang.hall;

import java.time.Instant;

/**
 * An office's page as it was once opened: what stands in for a ticket. The edge made and signed it,
 * and has looked at the signature.
 *
 * @param id random; good for one rating
 * @param until from then on it is good no longer; never past the day it was opened on
 * @param device keyed hash of the browser for this day, so that no day knows the next one's
 * @param address the same of the network address
 */
public record Opening(String id, Instant until, String device, String address) {}
